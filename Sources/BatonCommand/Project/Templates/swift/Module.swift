import Baton

// The module: what scripts see, and which Swift function does it.

let module = Module(
    "sample", "Smoothing and counting bytes while other threads run.", isFreeThreaded: true,
    functions: [
        Function(
            "smooth", "smooth(data, radius=2, /)\n--\n\nReturn data, each byte the mean of those around it, as bytes."
        ) {
            Native.call($0, $1, $2, smooth)
        }
    ],
    types: [histogram])

let histogram = NativeType<Counts>(
    "sample.Histogram", "Histogram()\n--\n\nA running count of byte values, which any thread may feed.",
    make: {
        Native.make($0, $1, $2, histogram) { arguments, lock in
            try arguments.expect(0, of: "Histogram")
            return Counts()
        }
    },
    free: { Native.free($0, histogram) },
    methods: [
        Function("add", "add($self, data, /)\n--\n\nCount the bytes of a bytes-like object.") {
            Native.call($0, $1, $2, histogram, add)
        },
        Function("count", "count($self, value, /)\n--\n\nReturn how often a value from 0 to 255 has occurred.") {
            Native.call($0, $1, $2, histogram, count)
        },
        Function("total", "total($self, /)\n--\n\nReturn how many bytes have been counted.") {
            Native.call($0, $1, $2, histogram, total)
        },
    ])

/// What the runtime calls when `sample` is imported.
@c(BtInit_sample) public func initialize() -> Reference? { module.initialize() }
