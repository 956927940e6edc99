import Baton
import Testing

@Suite struct `Conversions` {
    /// The text that a script would see, and the value that comes back.
    private static func roundTrip<Value: ObjectConvertible & ConvertibleFromObject & Sendable>(
        _ value: Value
    ) throws -> (text: String, value: Value) {
        try TestRuntime.attach { lock in
            let object = try lock.object(value)
            return (try lock.representation(of: object), try lock.value(object, as: Value.self))
        }
    }

    @Test func `keep numbers, truth and text`() throws {
        #expect(try Self.roundTrip(Int.min) == ("-9223372036854775808", Int.min))
        #expect(try Self.roundTrip(-1) == ("-1", -1))
        #expect(try Self.roundTrip(-1.0) == ("-1.0", -1.0))
        #expect(try Self.roundTrip(true) == ("True", true))
        #expect(try Self.roundTrip("naïve 𝄞\0") == ("'naïve 𝄞\\x00'", "naïve 𝄞\0"))
        #expect(try Self.roundTrip("") == ("''", ""))
        #expect(try Self.roundTrip(UInt8(255)) == ("255", 255))
    }

    @Test func `make bytes of bytes, lists of rows, dicts of dictionaries, None of nil`() throws {
        #expect(try Self.roundTrip([0, 1, 255] as [UInt8]) == ("b'\\x00\\x01\\xff'", [0, 1, 255]))
        #expect(try Self.roundTrip([] as [UInt8]) == ("b''", []))
        #expect(try Self.roundTrip([] as [Int]) == ("[]", []))
        #expect(try Self.roundTrip([[1.5], []]) == ("[[1.5], []]", [[1.5], []]))
        #expect(try Self.roundTrip(["a": [1, 2]]) == ("{'a': [1, 2]}", ["a": [1, 2]]))
        #expect(try Self.roundTrip(nil as Int?) == ("None", nil))
        #expect(try Self.roundTrip(3 as Int?) == ("3", 3))
    }

    @Test func `refuse what does not fit, with Python's exceptions`() throws {
        try TestRuntime.attach { lock in
            #expect(throws: Exception.self) { try TestRuntime.attach { try $0.value($0.object("1"), as: Int.self) } }
            do {
                _ = try lock.value(lock.call(lock.object(10), method: "__pow__", 30), as: Int.self)
                Issue.record("10**30 fits in an Int")
            } catch let error as Exception {
                #expect(error.type == "OverflowError")
            }
            do {
                _ = try lock.value(lock.object(256), as: UInt8.self)
                Issue.record("256 fits in a UInt8")
            } catch let error as Exception {
                #expect(error.type == "OverflowError" && error.message == "expected a number from 0 to 255, got 256")
            }
        }
    }
}

@Suite struct `Pins` {
    @Test func `give the bytes of an object, attached and detached`() throws {
        let sum = try TestRuntime.attach { lock in
            let pin = try lock.pin(lock.object([1, 2, 250] as [UInt8]))
            let (count, elementSize, format) = (pin.count, pin.elementSize, pin.format)
            #expect(count == 3 && elementSize == 1 && format == "B")
            return lock.detach {
                pin.withBytes { bytes in
                    bytes.byteOffsets.reduce(0) { $0 + Int(bytes.unsafeLoad(fromByteOffset: $1, as: UInt8.self)) }
                }
            }
        }
        #expect(sum == 253)
    }

    @Test func `keep an object from being resized until they end, also when they end detached`() throws {
        try TestRuntime.attach { lock in
            let array = try lock.call(lock.attribute("bytearray", of: lock.import("builtins")), 4)
            var pin: Pin? = try lock.pin(array)
            do {
                _ = try lock.call(array, method: "append", 1)
                Issue.record("a pinned bytearray was resized")
            } catch let error as Exception {
                #expect(error.type == "BufferError")
            }
            lock.detach { pin = nil }
            let isReleased = pin == nil
            #expect(isReleased)
            _ = try lock.call(array, method: "append", 1)
            try expectEqual(lock.count(of: array), 5)
        }
    }

    @Test func `for writing change the object`() throws {
        try TestRuntime.attach { lock in
            let array = try lock.call(lock.attribute("bytearray", of: lock.import("builtins")), 8)
            do {
                var pin = try lock.pinForWriting(array)
                try lock.detach {
                    try pin.withElements(of: UInt32.self) { elements in elements[1] = 0x0403_0201 }
                    pin.withBytes { bytes in bytes.storeBytes(of: 9, toByteOffset: 0, as: UInt8.self) }
                }
            }
            try expectEqual(lock.value(array, as: [UInt8].self), [9, 0, 0, 0, 1, 2, 3, 4])
            #expect(throws: Exception.self) {
                try TestRuntime.attach { lock in _ = try lock.pinForWriting(lock.object([1] as [UInt8])) }
            }
        }
    }

    @Test func `refuse elements that do not fit`() throws {
        try TestRuntime.attach { lock in
            let pin = try lock.pin(lock.object([1, 2, 3] as [UInt8]))
            do {
                try pin.withElements(of: Double.self) { _ in }
                Issue.record("three bytes are a row of doubles")
            } catch let error as Exception {
                #expect(error.message == "expected elements of 8 bytes, got 3 bytes in elements of 1")
            }
        }
    }
}
