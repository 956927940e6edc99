// Types made in every way that an extension has, for TypeTests.swift.
#include <baton.h>

typedef struct {
    BtObject_HEAD
    int count;
    double ratio;
    BtObject *item;
} Counter;

static int counter_init(BtObject *self, BtObject *args, BtObject *kwargs) BT_ATTACHED
{
    static char *names[] = { "count", "ratio", NULL };
    Counter *counter = (Counter *)self;
    return BtArg_ParseTupleAndKeywords(args, kwargs, "|id", names, &counter->count, &counter->ratio) ? 0 : -1;
}

static int counter_traverse(BtObject *self, visitproc visit, void *arg) BT_ATTACHED
{
    Bt_VISIT(((Counter *)self)->item);
    return 0;
}

static int counter_clear(BtObject *self) BT_ATTACHED
{
    Bt_CLEAR(((Counter *)self)->item);
    return 0;
}

static void counter_dealloc(BtObject *self) BT_ATTACHED
{
    BtTypeObject *type = Bt_TYPE(self);
    BtObject_GC_UnTrack(self);
    counter_clear(self);
    type->tp_free(self);
    if (BtType_HasFeature(type, BT_TPFLAGS_HEAPTYPE)) {
        Bt_DECREF(type);
    }
}

static BtObject *counter_repr(BtObject *self) BT_ATTACHED
{
    return BtUnicode_FromFormat("Counter(%d)", ((Counter *)self)->count);
}
static Bt_ssize_t counter_length(BtObject *self) BT_ATTACHED { return ((Counter *)self)->count; }

static BtObject *counter_add(BtObject *left, BtObject *right) BT_ATTACHED
{
    if (!BtLong_Check(right)) {
        Bt_RETURN_NOTIMPLEMENTED;
    }
    return BtLong_FromLong(((Counter *)left)->count + BtLong_AsLong(right));
}

static BtObject *counter_next(BtObject *self, BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    return BtLong_FromLong(++((Counter *)self)->count);
}

static BtObject *counter_kind(BtObject *type, BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    return BtType_GetName((BtTypeObject *)type);
}
static BtObject *counter_sum(BtObject *self, BtObject *args) BT_ATTACHED
{
    long left, right;
    if (self != NULL || !BtArg_ParseTuple(args, "ll", &left, &right)) {
        return NULL;
    }
    return BtLong_FromLong(left + right);
}

static BtMethodDef counter_methods[] = {
    { "next", counter_next, BT_METH_NOARGS, "next($self, /)\n--\n\nCount on." },
    { "kind", counter_kind, BT_METH_NOARGS | BT_METH_CLASS, NULL },
    { "sum", counter_sum, BT_METH_VARARGS | BT_METH_STATIC, NULL },
    { NULL, NULL, 0, NULL },
};

static BtMemberDef counter_members[] = {
    { "count", BT_T_INT, offsetof(Counter, count), 0, "how far" },
    { "ratio", BT_T_DOUBLE, offsetof(Counter, ratio), BT_READONLY, NULL },
    { "item", BT_T_OBJECT_EX, offsetof(Counter, item), 0, NULL },
    { NULL, 0, 0, 0, NULL },
};

static BtObject *get_double(BtObject *self, void *closure) BT_ATTACHED
{
    return BtLong_FromLong(((Counter *)self)->count * *(int *)closure);
}

static int set_double(BtObject *self, BtObject *value, void *closure) BT_ATTACHED
{
    if (value == NULL) {
        BtErr_SetString(BtExc_TypeError, "cannot be deleted");
        return -1;
    }
    int number = BtLong_AsInt(value);
    if (number == -1 && BtErr_Occurred()) {
        return -1;
    }
    ((Counter *)self)->count = number / *(int *)closure;
    return 0;
}

static int factor = 2;
static BtGetSetDef counter_getsets[] = {
    { "double", get_double, set_double, NULL, &factor },
    { "fixed", get_double, NULL, NULL, &factor },
    { NULL, NULL, NULL, NULL, NULL },
};

static BtNumberMethods counter_number = { .nb_add = counter_add };
static BtSequenceMethods counter_sequence = { .sq_length = counter_length };

static BtTypeObject Static_Type = {
    BtVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "type_test.Static",
    .tp_basicsize = sizeof(Counter),
    .tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_HAVE_GC,
    .tp_doc = "Static(count=0)\n--\n\nA static type.",
    .tp_new = BtType_GenericNew,
    .tp_init = counter_init,
    .tp_dealloc = counter_dealloc,
    .tp_traverse = counter_traverse,
    .tp_clear = counter_clear,
    .tp_repr = counter_repr,
    .tp_as_number = &counter_number,
    .tp_as_sequence = &counter_sequence,
    .tp_methods = counter_methods,
    .tp_members = counter_members,
    .tp_getset = counter_getsets,
};

static BtTypeObject Sealed_Type = {
    BtVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "type_test.Sealed",
    .tp_basicsize = sizeof(BtObject),
};

static BtType_Slot heap_slots[] = {
    { Bt_tp_doc, (void *)"Heap(count=0)\n--\n\nA heap type." },
    { Bt_tp_new, (void *)BtType_GenericNew },
    { Bt_tp_init, (void *)counter_init },
    { Bt_tp_dealloc, (void *)counter_dealloc },
    { Bt_tp_traverse, (void *)counter_traverse },
    { Bt_tp_clear, (void *)counter_clear },
    { Bt_tp_repr, (void *)counter_repr },
    { Bt_nb_add, (void *)counter_add },
    { Bt_sq_length, (void *)counter_length },
    { Bt_tp_methods, counter_methods },
    { Bt_tp_members, counter_members },
    { Bt_tp_getset, counter_getsets },
    { 0, NULL },
};
static BtType_Spec heap_spec = {
    "type_test.Heap", sizeof(Counter), 0, BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_HAVE_GC, heap_slots,
};
static BtType_Slot bad_slots[] = { { 9999, NULL }, { 0, NULL } };
static BtType_Spec bad_spec = { "type_test.Bad", 0, 0, BT_TPFLAGS_DEFAULT, bad_slots };
static BtType_Slot small_slots[] = { { 0, NULL } };
static BtType_Spec small_spec = { "type_test.Small", 8, 0, BT_TPFLAGS_DEFAULT, small_slots };

static BtModuleDef module;

static BtObject *make_bad(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    return BtType_FromSpec(&bad_spec);
}
static BtObject *make_small(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    return BtType_FromSpec(&small_spec);
}
static BtObject *make_type(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    return BtObject_Call((BtObject *)&BtType_Type, args, NULL);
}
static BtObject *module_of(BtObject *Bt_UNUSED(self), BtObject *type) BT_ATTACHED
{
    return Bt_XNewRef(BtType_GetModuleByDef((BtTypeObject *)type, &module));
}
static BtObject *slot_is_same(BtObject *Bt_UNUSED(self), BtObject *type) BT_ATTACHED
{
    return BtBool_FromLong(BtType_GetSlot((BtTypeObject *)type, Bt_tp_repr) == (void *)counter_repr);
}
static BtObject *type_of(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED { return BtObject_Type(object); }

static BtMethodDef methods[] = {
    { "make_bad", make_bad, BT_METH_NOARGS, NULL },   { "make_small", make_small, BT_METH_NOARGS, NULL },
    { "make_type", make_type, BT_METH_VARARGS, NULL }, { "module_of", module_of, BT_METH_O, NULL },
    { "slot_is_same", slot_is_same, BT_METH_O, NULL }, { "type_of", type_of, BT_METH_O, NULL },
    { NULL, NULL, 0, NULL },
};

static int execute(BtObject *self) BT_ATTACHED
{
    if (BtModule_AddType(self, &Static_Type) < 0 || BtModule_AddType(self, &Sealed_Type) < 0) {
        return -1;
    }
    return BtModule_Add(self, "Heap", BtType_FromModuleAndSpec(self, &heap_spec, NULL));
}

static BtModuleDef_Slot slots[] = { { Bt_mod_exec, (void *)execute }, { 0, NULL } };
static BtModuleDef module = {
    BtModuleDef_HEAD_INIT, .m_name = "type_test", .m_size = 0, .m_methods = methods, .m_slots = slots,
};

BtMODINIT_FUNC BtInit_type_test(void) { return BtModuleDef_Init(&module); }
