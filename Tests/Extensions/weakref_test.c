// Weak references from C, for WeakReferenceTests.swift.
#include "check.h"

typedef struct {
    BtObject_HEAD
    BtObject *item BT_GUARDED;
    BtObject *weakrefs BT_GUARDED;
} Thing;

static BtObject *thing_new(BtTypeObject *type, BtObject *args, BtObject *Bt_UNUSED(kwargs)) BT_ATTACHED
{
    BtObject *item = Bt_None;
    if (!BtArg_ParseTuple(args, "|O", &item)) {
        return NULL;
    }
    BtObject *self = type->tp_alloc(type, 0);
    if (self != NULL) {
        ((Thing *)self)->item = Bt_NewRef(item);
    }
    return self;
}

static void thing_dealloc(BtObject *self) BT_ATTACHED
{
    BtTypeObject *type = Bt_TYPE(self);
    BtObject_ClearWeakRefs(self);
    Bt_CLEAR(((Thing *)self)->item);
    type->tp_free(self);
    Bt_DECREF(type);
}

static Bt_hash_t thing_hash(BtObject *self) BT_ATTACHED { return BtObject_Hash(((Thing *)self)->item); }

static BtObject *thing_compare(BtObject *left, BtObject *right, int operation) BT_ATTACHED
{
    if (Bt_TYPE(left) != Bt_TYPE(right)) {
        Bt_RETURN_NOTIMPLEMENTED;
    }
    return BtObject_RichCompare(((Thing *)left)->item, ((Thing *)right)->item, operation);
}

static BtObject *thing_call(BtObject *self, BtObject *Bt_UNUSED(args), BtObject *Bt_UNUSED(kwargs)) BT_ATTACHED
{
    return Bt_NewRef(((Thing *)self)->item);
}

static BtMemberDef thing_members[] = {
    { "item", BT_T_OBJECT_EX, offsetof(Thing, item), 0, NULL },
    { "__weaklistoffset__", BT_T_SSIZET, offsetof(Thing, weakrefs), BT_READONLY, NULL },
    { NULL, 0, 0, 0, NULL },
};

static BtType_Slot thing_slots[] = {
    { Bt_tp_new, (void *)thing_new },          { Bt_tp_dealloc, (void *)thing_dealloc },
    { Bt_tp_hash, (void *)thing_hash },        { Bt_tp_richcompare, (void *)thing_compare },
    { Bt_tp_call, (void *)thing_call },        { Bt_tp_members, thing_members },
    { 0, NULL },
};
static BtType_Spec thing_spec = {
    "weakref_test.Thing", sizeof(Thing), 0, BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE, thing_slots,
};

typedef struct {
    BtObject_HEAD
    int number BT_GUARDED;
} Managed;

static void managed_dealloc(BtObject *self) BT_ATTACHED
{
    BtTypeObject *type = Bt_TYPE(self);
    BtObject_ClearWeakRefs(self);
    type->tp_free(self);
    Bt_DECREF(type);
}

static BtType_Slot managed_slots[] = { { Bt_tp_dealloc, (void *)managed_dealloc }, { 0, NULL } };
static BtType_Spec managed_spec = {
    "weakref_test.Managed", sizeof(Managed), 0, BT_TPFLAGS_DEFAULT | BT_TPFLAGS_MANAGED_WEAKREF, managed_slots,
};

static BtObject *ref(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *object, *callback = NULL;
    return BtArg_ParseTuple(args, "O|O", &object, &callback) ? BtWeakref_NewRef(object, callback) : NULL;
}

static BtObject *proxy(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *object, *callback = NULL;
    return BtArg_ParseTuple(args, "O|O", &object, &callback) ? BtWeakref_NewProxy(object, callback) : NULL;
}

/// (what BtWeakref_GetRef returns, the object or None)
static BtObject *get(BtObject *Bt_UNUSED(self), BtObject *reference) BT_ATTACHED
{
    BtObject *object;
    int status = BtWeakref_GetRef(reference, &object);
    return status < 0 ? NULL : Bt_BuildValue("(iN)", status, object != NULL ? object : Bt_NewRef(Bt_None));
}

static BtObject *checks(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    return Bt_BuildValue("(iiii)", BtWeakref_Check(object) != 0, BtWeakref_CheckRef(object) != 0,
                         BtWeakref_CheckRefExact(object) != 0, BtWeakref_CheckProxy(object) != 0);
}

static BtObject *misuse(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *object = Bt_None;
    CHECK(BtWeakref_GetRef(NULL, &object) == -1 && object == NULL && failed_with(BtExc_SystemError, NULL));
    object = Bt_None;
    CHECK(BtWeakref_GetRef(Bt_None, &object) == -1 && object == NULL
          && failed_with(BtExc_TypeError, "expected a weakref"));
    CHECK(BtWeakref_GetObject(NULL) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtWeakref_GetObject(Bt_None) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtWeakref_NewRef(NULL, NULL) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtWeakref_NewProxy(NULL, NULL) == NULL && failed_with(BtExc_SystemError, NULL));
    BtObject_ClearWeakRefs(Bt_None);
    CHECK(!BtType_SUPPORTS_WEAKREFS(&BtLong_Type) && BtType_SUPPORTS_WEAKREFS(&BtSet_Type));
    Bt_RETURN_NONE;
}

/// An object that is held by nothing else is borrowed from nobody.
static BtObject *borrowed(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *set = BtSet_New(NULL);
    BtObject *reference = BtWeakref_NewRef(set, NULL);
    CHECK(reference != NULL && Bt_REFCNT(set) == 1);
    CHECK(BtWeakref_GetObject(reference) == set && BtWeakref_GET_OBJECT(reference) == set && Bt_REFCNT(set) == 1);
    BtObject *again;
    CHECK(BtWeakref_GetRef(reference, &again) == 1 && again == set && Bt_REFCNT(set) == 2);
    Bt_DECREF(again);
    Bt_DECREF(set);
    CHECK(BtWeakref_GetObject(reference) == Bt_None);
    CHECK(BtWeakref_GetRef(reference, &again) == 0 && again == NULL);
    Bt_DECREF(reference);
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "ref", ref, BT_METH_VARARGS, NULL },     { "proxy", proxy, BT_METH_VARARGS, NULL },
    { "get", get, BT_METH_O, NULL },           { "checks", checks, BT_METH_O, NULL },
    { "misuse", misuse, BT_METH_NOARGS, NULL }, { "borrowed", borrowed, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};

static int execute(BtObject *self) BT_ATTACHED
{
    if (BtModule_Add(self, "Thing", BtType_FromModuleAndSpec(self, &thing_spec, NULL)) < 0
        || BtModule_Add(self, "Managed", BtType_FromModuleAndSpec(self, &managed_spec, NULL)) < 0
        || BtModule_AddObjectRef(self, "ReferenceType", (BtObject *)&_BtWeakref_RefType) < 0
        || BtModule_AddObjectRef(self, "type", (BtObject *)&BtType_Type) < 0) {
        return -1;
    }
    return BtModule_AddObjectRef(self, "list", (BtObject *)&BtList_Type);
}

static BtModuleDef_Slot slots[] = { { Bt_mod_exec, (void *)execute }, { 0, NULL } };
static BtModuleDef module = {
    BtModuleDef_HEAD_INIT, .m_name = "weakref_test", .m_size = 0, .m_methods = methods, .m_slots = slots,
};

BtMODINIT_FUNC BtInit_weakref_test(void) { return BtModuleDef_Init(&module); }
