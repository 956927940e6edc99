import BatonRuntime
import CBaton
import CBaton.Host
import Foundation
import Testing

// What breaks the contract ends the process with the rule's number, with the host as without it
// (Tests/LockHarness/misuse.c has the lock alone).

@Suite struct `Breaking the contract` {
    @Test func `correct code stays silent`() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardErrorContent]) {
            Bt_Initialize()
            let list = BtList_New(0)!
            let state = BtEval_SaveThread()
            onOtherThread {
                let state = BtGILState_Ensure()
                let block = BtEval_SaveThread()
                BtEval_RestoreThread(block)
                BtGILState_Release(state)
            }
            BtEval_RestoreThread(state)
            Bt_DECREF_(list)
            precondition(Bt_FinalizeEx() == 0)
        }
        #expect(result.standardErrorContent.isEmpty)
    }

    @Test func `blocks that nest end with R3`() async throws {
        let result = try await #require(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Bt_Initialize()
            BtEval_SaveThread()
            BtEval_SaveThread()
        }
        expect("R3", in: result)
    }

    @Test func `a restore on another thread ends with R3`() async throws {
        let result = try await #require(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Bt_Initialize()
            let state = UInt(bitPattern: BtEval_SaveThread())
            onOtherThread { BtEval_RestoreThread(UnsafeMutablePointer<BtThreadState>(bitPattern: state)) }
        }
        expect("R3", in: result)
    }

    @Test func `a release without an ensure ends with R5`() async throws {
        let result = try await #require(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Bt_Initialize()
            BtGILState_Release(BtGILState_LOCKED)
        }
        expect("R5", in: result)
    }

    @Test func `deleting the attached thread state names the function`() async throws {
        let result = try await #require(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Bt_Initialize()
            BtThreadState_Delete(BtThreadState_Get())
        }
        expect("BtThreadState_Delete", in: result)
    }

    @Test func `asking for the thread state while detached ends with R1`() async throws {
        let result = try await #require(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Bt_Initialize()
            BtEval_SaveThread()
            BtThreadState_Get()
        }
        expect("R1", in: result)
    }

    @Test func `dropping a reference in a block ends with R2`() async throws {
        let result = try await #require(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Bt_Initialize()
            let dict = BtDict_New()!
            BtEval_SaveThread()
            Bt_DECREF_(dict)
        }
        expect("R2", in: result)
    }

    private func expect(_ words: String, in result: ExitTest.Result, sourceLocation: SourceLocation = #_sourceLocation)
    {
        let message = String(decoding: result.standardErrorContent, as: UTF8.self)
        #expect(message.contains(words), "\(message)", sourceLocation: sourceLocation)
    }
}

/// Run `body` on a thread of its own and wait for its end, detached.
private func onOtherThread(_ body: @escaping @Sendable () -> Void) { runThreads(1) { _ in body() } }
