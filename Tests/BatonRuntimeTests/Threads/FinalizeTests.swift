import BatonRuntime
import CBaton
import Foundation
import TestSupport
import Testing

// Ending the runtime in ways that its authors did not have in mind. Nothing is torn down under a live thread, nobody hangs.

@Suite struct `Ending the runtime` {
    @Test func `before its start does nothing`() async {
        await #expect(processExitsWith: .success) {
            precondition(Bt_FinalizeEx() == 0)
            precondition(Bt_IsInitialized() == 0)
        }
    }

    @Test func `twice is done once, and it may start again`() async {
        await #expect(processExitsWith: .success) {
            Bt_Initialize()
            Bt_AtExit { precondition(Bt_IsInitialized() != 0, "run twice") }
            precondition(Bt_FinalizeEx() == 0)
            precondition(Bt_IsInitialized() == 0)
            precondition(Bt_FinalizeEx() == 0)
            Bt_Initialize()
            precondition(Bt_IsInitialized() != 0 && Bt_IsFinalizing() == 0)
            Bt_DECREF_(BtList_New(3)!)
            precondition(Bt_FinalizeEx() == 0)
        }
    }

    @Test func `from inside a block attaches first`() async {
        await #expect(processExitsWith: .success) {
            Bt_Initialize()
            BtEval_SaveThread()
            precondition(Bt_FinalizeEx() == 0)
        }
    }

    @Test func `from a thread that the runtime does not know attaches it first`() async {
        await #expect(processExitsWith: .success) {
            Bt_Initialize()
            BtEval_ReleaseThread(BtThreadState_Get())
            runThreads(1) { _ in precondition(Bt_FinalizeEx() == 0) }
            precondition(Bt_IsInitialized() == 0)
        }
    }

    @Test func `with a thread in a block past the deadline fails, names it, and leaves all standing`() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardErrorContent]) {
            startWithDeadline(0.01)
            let (isInBlock, mayLeave, hasLeft) = (signal(), signal(), signal())
            Thread {
                let attached = BtGILState_Ensure()
                let list = BtList_New(0)!
                let block = BtEval_SaveThread()
                isInBlock.signal()
                mayLeave.waitBounded()
                // Long after the deadline the block ends as ever (R10), and the next safe point tells.
                BtEval_RestoreThread(block)
                precondition(BtList_Append(list, noneRef) == 0)
                precondition(BtEval_SafePoint() == -1)
                precondition(BtErr_ExceptionMatches(BtExc_SystemExit) != 0)
                BtErr_Clear()
                precondition(BtEval_SafePoint() == 0)
                Bt_DECREF_(list)
                BtGILState_Release(attached)
                hasLeft.signal()
            }.start()
            let block = BtEval_SaveThread()
            isInBlock.waitBounded()
            BtEval_RestoreThread(block)
            precondition(Bt_FinalizeEx() == -1)
            precondition(Bt_IsInitialized() != 0 && Bt_IsFinalizing() != 0)
            mayLeave.signal()
            hasLeft.waitBounded()
            precondition(Bt_FinalizeEx() == 0)
        }
        let message = String(decoding: result.standardErrorContent, as: UTF8.self)
        #expect(message.contains("is inside an allow-threads block"), "\(message)")
    }

    @Test func `makes PEP 788's attach fail, and BtGILState_Ensure still attaches`() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardErrorContent]) {
            Bt_Initialize()
            let view = UInt(bitPattern: BtInterpreterView_FromCurrent())
            precondition(Bt_FinalizeEx() == 0)
            runThreads(1) { _ in
                let view = OpaquePointer(bitPattern: view)
                precondition(BtInterpreterGuard_FromView(view) == nil)
                precondition(BtThreadState_EnsureFromView(view) == nil)
                precondition(BtGILState_Check() == 0)
                let attached = BtGILState_Ensure()
                precondition(evaluated("[1, 2] + [3]") == "[1, 2, 3]")
                BtGILState_Release(attached)
            }
        }
        #expect(result.standardErrorContent.isEmpty)
    }
}

/// Start the runtime with a limit to how long its end waits for threads.
private func startWithDeadline(_ seconds: Double) {
    var config = BtConfig()
    BtConfig_Init(&config)
    config.shutdown_deadline = seconds
    precondition(Bt_InitializeFromConfig(&config) == 0)
}

private func signal() -> DispatchSemaphore { DispatchSemaphore(value: 0) }
