import Baton
import CBaton
import Foundation
import Testing

/// The C functions under objects and pins whose life ends detached.
@Suite(.serialized, .tags(.threads)) struct `Late drops` {
    @Test func `of references wait for a safe point`() throws {
        let list = try TestRuntime.attach { lock in try lock.object([1]) }
        let reference = UInt(bitPattern: list.unsafeReference)
        try TestRuntime.attach { lock in
            // SAFETY: because `list` holds a reference of its own.
            let raw = Reference(bitPattern: reference)!
            Bt_INCREF_(raw)
            let state = BtEval_SaveThread()
            Bt_DECREF_ANY_STATE_(raw)
            BtEval_RestoreThread(state)
            #expect(BtEval_SafePoint() == 0)
            #expect(Bt_REFCNT_(raw) == 1)
        }
    }

    @Test func `attached are no later than others`() throws {
        try TestRuntime.attach { lock in
            let list = try lock.object([1])
            Bt_INCREF_(list.unsafeReference)
            Bt_DECREF_ANY_STATE_(list.unsafeReference)
            expectEqual(Bt_REFCNT_(list.unsafeReference), 1)
            Bt_DECREF_ANY_STATE_(_bt_none_())
        }
    }

    @Test func `of buffers wait for the call that makes them`() throws {
        try TestRuntime.attach { lock in
            let array = try lock.call(lock.attribute("bytearray", of: lock.import("builtins")), 4)
            var view = Bt_buffer()
            #expect(BtObject_GetBuffer(array.unsafeReference, &view, BtBUF_SIMPLE) == 0)
            let state = BtEval_SaveThread()
            BtBuffer_ReleaseAnyState(&view)
            BtBuffer_ReleaseAnyState(&view)
            BtEval_RestoreThread(state)
            #expect(view.obj == nil)
            Bt_DropLate()
            _ = try lock.call(array, method: "append", 1)
            #expect(BtObject_GetBuffer(array.unsafeReference, &view, BtBUF_SIMPLE) == 0)
            BtBuffer_ReleaseAnyState(&view)
            _ = try lock.call(array, method: "append", 1)
        }
    }
}

@Suite(.tags(.threads)) struct `Users of the runtime` {
    @Test func `are listed with what they do, as far as there is room`() async {
        await #expect(processExitsWith: .exitCode(42)) {
            try Runtime.start()
            Bt_SetShutdownDeadline(0)
            try Runtime.attach { lock in
                var (user, guards) = (BtRuntimeUser(), 0)
                guard Bt_GetRuntimeUsers(&user, 1, &guards) == 1, guards == 1, user.use == BT_USE_ATTACHED,
                    user.native_id == BtThread_get_thread_native_id(), Bt_GetRuntimeUsers(nil, 0, nil) == 1
                else { exit(1) }
            }
            guard Bt_GetRuntimeUsers(nil, 0, nil) == 0 else { exit(2) }
            exit(42)
        }
    }
}
