// A collected type and what the collector says, for CollectorTests.swift.
#include "check.h"

typedef struct {
    BtObject_HEAD
    BtObject *item BT_GUARDED;
    BtObject *other BT_GUARDED;
    BtObject *dict BT_GUARDED;
    BtObject *weakrefs BT_GUARDED;
} Node;

static Bt_ssize_t live;
static BtObject *hook BT_GUARDED;

static int node_traverse(BtObject *self, visitproc visit, void *arg) BT_ATTACHED
{
    Node *node = (Node *)self;
    Bt_VISIT(Bt_TYPE(self));
    Bt_VISIT(node->item);
    Bt_VISIT(node->other);
    Bt_VISIT(node->dict);
    return 0;
}

static int node_clear(BtObject *self) BT_ATTACHED
{
    Bt_CLEAR(((Node *)self)->item);
    Bt_CLEAR(((Node *)self)->other);
    Bt_CLEAR(((Node *)self)->dict);
    return 0;
}

static BtObject *node_new(BtTypeObject *type, BtObject *Bt_UNUSED(args), BtObject *Bt_UNUSED(kwargs)) BT_ATTACHED
{
    BtObject *self = type->tp_alloc(type, 0);
    if (self != NULL) {
        live += 1;
    }
    return self;
}

static void node_dealloc(BtObject *self) BT_ATTACHED
{
    BtTypeObject *type = Bt_TYPE(self);
    if (BtObject_CallFinalizerFromDealloc(self) < 0) {
        return;
    }
    BtObject_GC_UnTrack(self);
    BtObject_ClearWeakRefs(self);
    Bt_TRASHCAN_BEGIN(self, node_dealloc)
    node_clear(self);
    live -= 1;
    type->tp_free(self);
    Bt_DECREF(type);
    Bt_TRASHCAN_END
}

/// Call what set_hook was given.
static void node_finalize(BtObject *self) BT_ATTACHED
{
    if (hook != NULL) {
        BtObject *error = BtErr_GetRaisedException();
        BtObject *result = BtObject_CallOneArg(hook, self);
        if (result == NULL) {
            BtErr_WriteUnraisable(self);
        }
        Bt_XDECREF(result);
        BtErr_SetRaisedException(error);
    }
}

static BtObject *node_call(BtObject *self, BtObject *Bt_UNUSED(args), BtObject *Bt_UNUSED(kwargs)) BT_ATTACHED
{
    return Bt_NewRef(self);
}

static BtMemberDef node_members[] = {
    { "item", BT_T_OBJECT, offsetof(Node, item), 0, NULL },
    { "other", BT_T_OBJECT, offsetof(Node, other), 0, NULL },
    { "__dictoffset__", BT_T_SSIZET, offsetof(Node, dict), BT_READONLY, NULL },
    { "__weaklistoffset__", BT_T_SSIZET, offsetof(Node, weakrefs), BT_READONLY, NULL },
    { NULL, 0, 0, 0, NULL },
};

static BtType_Slot node_slots[] = {
    { Bt_tp_new, (void *)node_new },           { Bt_tp_dealloc, (void *)node_dealloc },
    { Bt_tp_traverse, (void *)node_traverse }, { Bt_tp_clear, (void *)node_clear },
    { Bt_tp_finalize, (void *)node_finalize }, { Bt_tp_members, node_members },
    { Bt_tp_call, (void *)node_call },         { 0, NULL },
};
static BtType_Spec node_spec = {
    "gc_test.Node", sizeof(Node), 0, BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_HAVE_GC, node_slots,
};

static BtObject *set_hook(BtObject *Bt_UNUSED(self), BtObject *callable) BT_ATTACHED
{
    Bt_XSETREF(hook, callable == Bt_None ? NULL : Bt_NewRef(callable));
    Bt_RETURN_NONE;
}

static BtObject *count_live(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    return BtLong_FromSsize_t(live);
}

static BtObject *collect(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    return BtLong_FromSsize_t(BtGC_Collect());
}

/// Make `count` nodes, each linked to the next and the last to the first, and let go of them.
static BtObject *make_ring(BtObject *self, BtObject *count) BT_ATTACHED
{
    Bt_ssize_t left = BtLong_AsSsize_t(count);
    BtObject *type = BtObject_GetAttrString(self, "Node");
    CHECK(type != NULL && left > 0);
    BtObject *first = BtObject_CallNoArgs(type);
    BtObject *last = Bt_NewRef(first);
    while (--left > 0) {
        BtObject *next = BtObject_CallNoArgs(type);
        CHECK(next != NULL);
        ((Node *)last)->item = Bt_NewRef(next);
        Bt_SETREF(last, next);
    }
    ((Node *)last)->item = first;
    Bt_DECREF(last);
    Bt_DECREF(type);
    Bt_RETURN_NONE;
}

static int count_object(BtObject *Bt_UNUSED(object), void *argument) BT_ATTACHED
{
    *(Bt_ssize_t *)argument += 1;
    return 1;
}
static int stop_at_once(BtObject *Bt_UNUSED(object), void *argument) BT_ATTACHED
{
    *(Bt_ssize_t *)argument += 1;
    return 0;
}

static BtObject *switches(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    CHECK(BtGC_IsEnabled() == 1 && BtGC_Disable() == 1 && BtGC_IsEnabled() == 0 && BtGC_Collect() == 0);
    CHECK(BtGC_Enable() == 0 && BtGC_Enable() == 1 && BtGC_IsEnabled() == 1);
    BtObject *list = BtList_New(0);
    CHECK(BtObject_GC_IsTracked(list) && !BtObject_GC_IsFinalized(list) && !BtObject_GC_IsTracked(Bt_None));
    Bt_ssize_t before = 0, after = 0, one = 0;
    BtUnstable_GC_VisitObjects(count_object, &before);
    BtObject *other = BtList_New(0);
    BtUnstable_GC_VisitObjects(count_object, &after);
    BtUnstable_GC_VisitObjects(stop_at_once, &one);
    CHECK(before > 0 && after == before + 1 && one == 1);
    Bt_DECREF(other);
    Bt_DECREF(list);
    Bt_RETURN_NONE;
}

/// Make lists until a safe point has collected a ring of nodes; False if that takes too many.
static BtObject *wait_for_collection(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *kept = BtList_New(0);
    for (int i = 0; i < 1000000 && live != 0; i++) {
        BtObject *list = BtList_New(0);
        CHECK(list != NULL && BtList_Append(kept, list) == 0);
        Bt_DECREF(list);
        CHECK(BtEval_SafePoint() == 0);
    }
    Bt_DECREF(kept);
    return BtBool_FromLong(live == 0);
}

static BtMethodDef methods[] = {
    { "set_hook", set_hook, BT_METH_O, NULL },         { "live", count_live, BT_METH_NOARGS, NULL },
    { "collect", collect, BT_METH_NOARGS, NULL },      { "make_ring", make_ring, BT_METH_O, NULL },
    { "switches", switches, BT_METH_NOARGS, NULL },    { "wait_for_collection", wait_for_collection, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};

static int execute(BtObject *self) BT_ATTACHED
{
    if (BtModule_AddObjectRef(self, "type", (BtObject *)&BtType_Type) < 0
        || BtModule_AddObjectRef(self, "object", (BtObject *)&BtBaseObject_Type) < 0) {
        return -1;
    }
    return BtModule_Add(self, "Node", BtType_FromModuleAndSpec(self, &node_spec, NULL));
}

static BtModuleDef_Slot slots[] = { { Bt_mod_exec, (void *)execute }, { 0, NULL } };
static BtModuleDef module = {
    BtModuleDef_HEAD_INIT, .m_name = "gc_test", .m_size = 0, .m_methods = methods, .m_slots = slots,
};

BtMODINIT_FUNC BtInit_gc_test(void) { return BtModuleDef_Init(&module); }
