import BatonRuntime
import CBaton
import Glibc
import Testing

@Suite struct Capsules {
    @Test func `give back what they hold`() {
        Attached.run {
            let name = strdup("mod.attr")!
            defer { free(name) }
            let pointer = UnsafeMutableRawPointer(bitPattern: 0x1000)!
            let other = UnsafeMutableRawPointer(bitPattern: 0x2000)!
            let capsule = BtCapsule_New(pointer, name, nil)!
            defer { Bt_DECREF_(capsule) }
            #expect(BtCapsule_IsValid(capsule, "mod.attr") == 1)
            #expect(BtCapsule_IsValid(capsule, "mod.other") == 0)
            #expect(BtCapsule_IsValid(noneRef, "mod.attr") == 0)
            #expect(BtCapsule_GetPointer(capsule, "mod.attr") == pointer)
            #expect(BtCapsule_SetPointer(capsule, other) == 0)
            #expect(BtCapsule_GetPointer(capsule, "mod.attr") == other)
            #expect(BtCapsule_GetContext(capsule) == nil && BtErr_Occurred() == nil)
            #expect(BtCapsule_SetContext(capsule, pointer) == 0)
            #expect(BtCapsule_GetContext(capsule) == pointer)
            #expect(BtCapsule_SetName(capsule, nil) == 0)
            #expect(BtCapsule_GetPointer(capsule, nil) == other)
            #expect(BtCapsule_GetName(capsule) == nil && BtErr_Occurred() == nil)
            #expect(repr(newReference(capsule)).hasPrefix("<capsule object NULL at 0x"))
        }
    }

    @Test func `refuse wrong names, wrong objects and null pointers`() {
        Attached.run {
            let capsule = BtCapsule_New(UnsafeMutableRawPointer(bitPattern: 1), nil, nil)!
            defer { Bt_DECREF_(capsule) }
            #expect(BtCapsule_New(nil, nil, nil) == nil)
            expectRaised(BtExc_ValueError, "BtCapsule_New called with null pointer")
            #expect(BtCapsule_GetPointer(capsule, "x") == nil)
            expectRaised(BtExc_ValueError, "BtCapsule_GetPointer called with incorrect name")
            #expect(BtCapsule_GetPointer(noneRef, nil) == nil)
            expectRaised(BtExc_ValueError, "BtCapsule_GetPointer called with invalid PyCapsule object")
            expectRaises(BtExc_ValueError) { BtCapsule_SetPointer(capsule, nil) }
            expectRaises(BtExc_ValueError) { BtCapsule_SetName(noneRef, nil) }
        }
    }

    @Test func `call their destructor`() {
        Attached.run {
            let flag = UnsafeMutablePointer<Int>.allocate(capacity: 1)
            flag.initialize(to: 0)
            defer { flag.deallocate() }
            let capsule = BtCapsule_New(
                flag, nil,
                { capsule in
                    BtCapsule_GetPointer(capsule, nil).assumingMemoryBound(to: Int.self).pointee += 1
                })!
            Bt_DECREF_(capsule)
            #expect(flag.pointee == 1)
        }
    }

    @Test func `are imported by name`() {
        Attached.run {
            let module = BtImport_AddModuleRef("capsule_owner")!
            let name = strdup("capsule_owner.api")!
            let pointer = UnsafeMutableRawPointer(bitPattern: 0x3000)!
            #expect(BtModule_Add(module, "api", BtCapsule_New(pointer, name, nil)) == 0)
            #expect(BtModule_AddObjectRef(module, "number", trueRef) == 0)
            #expect(BtCapsule_Import("capsule_owner.api", 0) == pointer)
            #expect(BtCapsule_Import("capsule_owner.number", 0) == nil)
            expectRaised(BtExc_AttributeError, "BtCapsule_Import \"capsule_owner.number\" is not valid")
            #expect(BtCapsule_Import("capsule_owner.missing", 0) == nil)
            expectRaised(BtExc_AttributeError)
            #expect(BtCapsule_Import("no_such_module.api", 0) == nil)
            expectRaised(BtExc_ModuleNotFoundError)
            #expect(BtObject_DelAttrString(module, "api") == 0)
            Bt_DECREF_(module)
            free(name)
        }
    }
}
