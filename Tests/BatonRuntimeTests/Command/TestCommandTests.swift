import Foundation
import Testing

@Suite(.timeLimit(.minutes(5))) struct `baton test` {
    private static let quick = ["--only", "histogram_counts", "--seconds", "0.2"]

    @Test func `passes in every leg, and says what was run`() throws {
        try TemporaryProject.begin("blur") { project in
            let outcome = try Program.run(["test"] + Self.quick, in: project.folder)
            for leg in ["ticks", "interval", "adaptive", "checked", "held", "threads", "threads-ticks", "leaks"] {
                #expect(outcome.output.contains("  ok   \(leg) "), "\(outcome.output)")
            }
            #expect(outcome.output.hasSuffix("blur: all 8 legs passed\n"))
            #expect(outcome.status == 0)
        }
    }

    @Test func `fails with the traceback and the command that repeats the leg`() throws {
        try TemporaryProject.begin("blur") { project in
            try project.write(
                "import blur\ndef test_sum():\n    assert blur.smooth(b'a') == b'b', 'told'\ndef test_good():\n    pass\n",
                "tests/test_blur.py")
            let outcome = try project.run("test", "--leg", "held", "--leg", "ticks")
            #expect(outcome.output.contains("FAIL held          2 tests, 1 failed"), "\(outcome.output)")
            #expect(outcome.output.contains("test_blur.test_sum failed:"))
            #expect(outcome.output.contains("tests/test_blur.py\", line 3, in test_sum"))
            #expect(outcome.output.contains("AssertionError: told"))
            #expect(outcome.output.contains("      again: baton test --leg held\n"))
            #expect(outcome.output.hasSuffix("blur: 2 of 2 legs FAILED: ticks, held\n"))
            #expect(outcome.status == 1)
            #expect(try project.run("test", "--leg", "held").status == 1)
            #expect(try project.run("test", "--leg", "held", "--only", "good").status == 0)
        }
    }

    @Test func `finds objects and memory that every run leaves behind, and says which test`() throws {
        try TemporaryProject.begin("blur") { project in
            try project.replace("Bt_RETURN_NONE;", "Bt_INCREF(argument); Bt_RETURN_NONE;", in: "src/histogram.c")
            try project.replace(
                "uint64_t counts[256], total = 0;",
                "uint64_t counts[256], total = 0; static void *volatile lost; lost = malloc(1000);",
                in: "src/histogram.c")
            try project.replace(
                "#include <string.h>", "#include <string.h>\n#include <stdlib.h>", in: "src/histogram.c")
            try project.write(
                """
                import blur
                def test_object():
                    blur.Histogram().add(bytearray(b"a"))
                def test_memory():
                    blur.Histogram().total()
                def test_nothing():
                    blur.smooth(bytes(100))
                """, "tests/test_blur.py")
            let outcome = try project.run("test", "--leg", "leaks", "--seconds", "0.2")
            #expect(
                outcome.output.contains("LEAK: each run of test_blur.test_object leaves 1 object of the runtime"),
                "\(outcome.output)")
            #expect(outcome.output.contains("LEAK: each run of test_blur.test_memory leaves 10"))
            #expect(!outcome.output.contains("test_nothing"))
            #expect(outcome.status == 1)
        }
    }

    @Test func `tells of a contract that is broken at run time, of a crash and of a deadlock`() throws {
        try TemporaryProject.begin("blur") { project in
            try project.write("import blur\ndef test_it():\n    blur.smooth(b'abc')\n", "tests/test_blur.py")
            try project.replace("    BtBuffer_Release(&data);\n", "", in: "src/module.c")
            let broken = try project.run("test", "--leg", "adaptive", "--leg", "checked")
            #expect(broken.output.contains("ok   adaptive"), "\(broken.output)")
            #expect(broken.output.contains("FAIL checked       1 test, the contract is broken"))
            #expect(broken.output.contains("R2 is broken in blur.smooth"))

            try project.replace(
                "size_t count = (size_t)data.len;", "size_t count = 1; source = NULL;", in: "src/module.c")
            let crash = try project.run("test", "--leg", "ticks")
            #expect(crash.output.contains("FAIL ticks         ended by SIGSEGV"), "\(crash.output)")

            try project.write(
                "import threading\ndef test_it():\n    threading.Event().wait()\n", "tests/test_blur.py")
            // Both here and below: long enough for the leg to come to the test on a busy machine.
            let deadlock = try project.run("test", "--leg", "interval", "--timeout", "10")
            #expect(
                deadlock.output.contains("FAIL interval      no end in 10 seconds in test_blur.test_it: a deadlock?"),
                "\(deadlock.output)")
            #expect(deadlock.status == 1)
        }
    }

    @Test func `lets waits of the runtime release in the held leg, and names a test whose block waits for a thread`()
        throws
    {
        try TemporaryProject.begin("blur") { project in
            try project.write(
                """
                import ctypes, os, select, socket, threading, time

                def both(first, second):
                    thread = threading.Thread(target=first)
                    thread.start()
                    second()
                    thread.join()

                def ping_pong(read, write, read_there, write_there):
                    def answer():
                        for _ in range(50):
                            read_there()
                            write_there()
                    def ask():
                        for _ in range(50):
                            write()
                            read()
                    both(answer, ask)

                def test_waits():
                    source, target = os.pipe()
                    source_there, target_there = os.pipe()
                    ping_pong(
                        lambda: os.read(source, 1), lambda: os.write(target_there, b"x"),
                        lambda: os.read(source_there, 1), lambda: os.write(target, b"x"))
                    one, other = socket.socketpair()
                    ping_pong(
                        lambda: one.recv(1), lambda: one.send(b"x"),
                        lambda: (select.select([other], [], []), other.recv(1)), lambda: other.send(b"x"))
                    woken = []
                    def sleep():
                        while not woken:
                            time.sleep(0.001)
                    both(sleep, lambda: woken.append(1))

                def test_native_wait():
                    native = ctypes.CDLL(None)
                    barrier = ctypes.create_string_buffer(64)
                    native.pthread_barrier_init(barrier, None, 2)
                    both(lambda: native.pthread_barrier_wait(barrier), lambda: native.pthread_barrier_wait(barrier))
                """, "tests/test_blur.py")
            let released = try project.run("test", "--leg", "held", "--only", "test_waits", "--timeout", "60")
            #expect(released.status == 0, "\(released.output)")
            let kept = try project.run("test", "--leg", "held", "--only", "test_native_wait", "--timeout", "10")
            let told = "no end in 10 seconds in test_blur.test_native_wait: does a block wait for another thread"
            #expect(kept.output.contains(told), "\(kept.output)")
        }
    }

    @Test func `runs unittest's cases, and whole scripts where there are no tests`() throws {
        try TemporaryProject.begin("blur") { project in
            try project.write(
                """
                import unittest, blur
                class Cases(unittest.TestCase):
                    def test_one(self):
                        self.assertEqual(blur.smooth(b""), b"")
                    @unittest.skip("not here")
                    def test_two(self):
                        self.fail()
                """, "tests/test_cases.py")
            try project.write("import blur\nassert blur.smooth(b'aa') == b'aa'\n", "tests/test_script.py")
            try project.write("def test_it(): pass\n", "tests/test_blur.py")
            let outcome = try project.run("test", "--leg", "adaptive")
            #expect(outcome.output.contains("ok   adaptive      4 tests, 1 skipped"), "\(outcome.output)")
            try project.write("assert 1 == 2\n", "tests/test_script.py")
            #expect(try project.run("test", "--leg", "adaptive").status == 1)
            try project.write("import nowhere\n", "tests/test_script.py")
            #expect(try project.run("test", "--leg", "adaptive").output.contains("the tests cannot be imported"))
        }
    }

    @Test func `refuses bad options with the reason`() throws {
        try TemporaryProject.begin("blur") { project in
            for (arguments, reason) in [
                (["--leg", "none"], "there is no leg none: there are ticks, interval"),
                (["--threads", "0"], "--threads must be 1 to 256"), (["--seconds", "0"], "must be above 0"),
            ] {
                let outcome = try Program.run(["test"] + arguments, in: project.folder)
                #expect(outcome.errors.contains(reason), "\(outcome.errors)")
                #expect(outcome.status != 0)
            }
            let nothing = try project.run("test", "--only", "nothing-like-it", "--leg", "ticks")
            #expect(nothing.output.contains("no test has 'nothing-like-it' in its name"))
            #expect(nothing.status == 1)
        }
    }
}
