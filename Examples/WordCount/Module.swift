import Baton

// The module: what scripts see, and which Swift function does it.

let module = Module(
    "wordcount", "Counting words in bytes, in Swift.", isFreeThreaded: true,
    functions: [
        Function(
            "count",
            "count(data, /)\n--\n\nReturn the number of words in a bytes-like object, as len(bytes(data).split())."
        ) { Native.call($0, $1, $2, count) },
        Function(
            "frequencies", "frequencies(data, /)\n--\n\nReturn a dict that says of each word how often it occurs."
        ) { Native.call($0, $1, $2, frequencies) },
    ],
    types: [counter])

let counter = NativeType<Tally>(
    "wordcount.Counter", "Counter()\n--\n\nA running count of words, which any thread may feed.",
    make: {
        Native.make($0, $1, $2, counter) { arguments, lock in
            try arguments.expect(0, of: "Counter")
            return Tally()
        }
    },
    free: { Native.free($0, counter) },
    methods: [
        Function("add", "add($self, data, /)\n--\n\nCount the words of a bytes-like object.") {
            Native.call($0, $1, $2, counter, add)
        },
        Function("total", "total($self, /)\n--\n\nReturn how many words have been counted.") {
            Native.call($0, $1, $2, counter, total)
        },
        Function(
            "most_common",
            "most_common($self, n, /)\n--\n\nReturn the n words that occur most often, each a list [word, count]."
        ) { Native.call($0, $1, $2, counter, mostCommon) },
    ])

/// What the runtime calls when `wordcount` is imported.
@c(BtInit_wordcount) public func initialize() -> Reference? { module.initialize() }
