// What authors make by hand: descriptors, members, functions, types from specifications, and the memory of objects. For
// ProtocolTests.swift.
#include "check.h"

#include <string.h>

// --- a type whose objects are a struct with members

typedef struct Point {
    BtObject_HEAD
    int x;
    double y;
    char tag;
    const char *label;
    BtObject *extra;
} Point;

static BtMemberDef point_members[] = {
    { "x", BT_T_INT, offsetof(Point, x), 0, "The first coordinate." },
    { "y", BT_T_DOUBLE, offsetof(Point, y), BT_READONLY, NULL },
    { "tag", BT_T_CHAR, offsetof(Point, tag), 0, NULL },
    { "label", BT_T_STRING, offsetof(Point, label), BT_READONLY, NULL },
    { "extra", BT_T_OBJECT_EX, offsetof(Point, extra), 0, NULL },
    { NULL, 0, 0, 0, NULL },
};

static BtObject *point_sum(BtObject *self, BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    Point *point = (Point *)self;
    return BtFloat_FromDouble(point->x + point->y);
}

static BtObject *point_kind(BtObject *type, BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    return BtType_GetName((BtTypeObject *)type);
}

static BtObject *point_get(BtObject *self, void *closure) BT_ATTACHED
{
    return BtUnicode_FromFormat("%s %d", (const char *)closure, ((Point *)self)->x);
}

static void point_dealloc(BtObject *self) BT_ATTACHED
{
    BtTypeObject *type = Bt_TYPE(self);
    Bt_XDECREF(((Point *)self)->extra);
    type->tp_free(self);
    Bt_DECREF(type);
}

static BtMethodDef sum_method = { "sum", point_sum, BT_METH_NOARGS, BtDoc_STR("sum($self, /)\n--\n\nx and y.") };
static BtMethodDef kind_method = { "kind", point_kind, BT_METH_NOARGS | BT_METH_CLASS, NULL };
static BtGetSetDef text_getset = { "text", point_get, NULL, NULL, (void *)"at" };
static BtGetSetDef point_getsets[] = { { "shown", point_get, NULL, NULL, (void *)"x is" }, { NULL, NULL, NULL, NULL, NULL } };

static BtType_Slot point_slots[] = {
    { Bt_tp_dealloc, (void *)point_dealloc },
    { Bt_tp_members, point_members },
    { Bt_tp_getset, point_getsets },
    { 0, NULL },
};
static BtType_Spec point_spec = {
    .name = "descriptor_test.Point",
    .basicsize = sizeof(Point),
    .flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE,
    .slots = point_slots,
};

static BtObject *members(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *type = BtType_FromSpec(&point_spec), *object = type == NULL ? NULL : BtObject_CallNoArgs(type);
    CHECK(object != NULL);
    Point *point = (Point *)object;
    char *address = (char *)object;
    point->x = 3;
    point->y = 2.5;
    point->tag = 'q';
    point->label = "name";
    BtObject *nine = BtLong_FromLong(9), *text = BtUnicode_FromString("z");
    CHECK(has_repr(BtMember_GetOne(address, &point_members[0]), "3"));
    CHECK(has_repr(BtMember_GetOne(address, &point_members[1]), "2.5"));
    CHECK(has_repr(BtMember_GetOne(address, &point_members[2]), "'q'"));
    CHECK(has_repr(BtMember_GetOne(address, &point_members[3]), "'name'"));
    CHECK(BtMember_GetOne(address, &point_members[4]) == NULL && failed_with(BtExc_AttributeError, "'descriptor_test.Point' object has no attribute 'extra'"));
    CHECK(BtMember_SetOne(address, &point_members[0], nine) == 0 && point->x == 9);
    CHECK(BtMember_SetOne(address, &point_members[0], text) == -1 && failed_with(BtExc_TypeError, NULL));
    CHECK(BtMember_SetOne(address, &point_members[0], NULL) == -1
          && failed_with(BtExc_TypeError, "can't delete numeric/char attribute"));
    CHECK(BtMember_SetOne(address, &point_members[1], nine) == -1 && failed_with(BtExc_AttributeError, "readonly attribute"));
    CHECK(BtMember_SetOne(address, &point_members[2], text) == 0 && point->tag == 'z');
    CHECK(BtMember_SetOne(address, &point_members[4], nine) == 0 && point->extra == nine);
    CHECK(BtMember_SetOne(address, &point_members[4], NULL) == 0 && point->extra == NULL && Bt_REFCNT(nine) >= 1);
    Bt_DECREF(nine);
    Bt_DECREF(text);
    Bt_DECREF(object);
    Bt_DECREF(type);
    Bt_RETURN_NONE;
}

static BtObject *descriptors(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtTypeObject *type = (BtTypeObject *)BtType_FromSpecWithBases(&point_spec, NULL);
    CHECK(type != NULL);
    BtObject *point = BtObject_CallNoArgs((BtObject *)type);
    CHECK(point != NULL);
    ((Point *)point)->x = 4;
    BtObject *sum = BtDescr_NewMethod(type, &sum_method), *kind = BtDescr_NewClassMethod(type, &kind_method);
    BtObject *x = BtDescr_NewMember(type, &point_members[0]), *text = BtDescr_NewGetSet(type, &text_getset);
    CHECK(sum != NULL && kind != NULL && x != NULL && text != NULL);
    CHECK(Bt_IS_TYPE(sum, &BtMethodDescr_Type) && BtDescr_TYPE(sum) == type && is_text(Bt_NewRef(BtDescr_NAME(sum)), "sum"));
    CHECK(!BtDescr_IsData(sum) && BtDescr_IsData(x) && BtDescr_IsData(text));
    CHECK(has_repr(BtObject_CallOneArg(sum, point), "4.0"));
    CHECK(BtObject_CallOneArg(sum, Bt_None) == NULL
          && failed_with(BtExc_TypeError, "descriptor 'sum' for 'descriptor_test.Point' objects doesn't apply to a 'NoneType' object"));
    CHECK(has_repr(BtObject_CallMethod(x, "__get__", "O", point), "4"));
    CHECK(has_repr(BtObject_CallMethod(text, "__get__", "O", point), "'at 4'"));
    CHECK(BtObject_CallMethod(text, "__set__", "OO", point, Bt_None) == NULL && failed_with(BtExc_AttributeError, NULL));
    CHECK(has_repr(BtObject_CallFunction(kind, "O", type), "'Point'"));
    CHECK(has_repr(BtObject_GetAttrString(point, "shown"), "'x is 4'"));
    // The wrapper of a slot, bound.
    BtObject *dict = BtType_GetDict(&BtList_Type), *wrapper = BtMapping_GetItemString(dict, "__len__");
    BtObject *list = Bt_BuildValue("[ii]", 1, 2), *bound = BtWrapper_New(wrapper, list);
    CHECK(Bt_IS_TYPE(wrapper, &BtWrapperDescr_Type) && bound != NULL && has_repr(BtObject_CallNoArgs(bound), "2"));
    BtWrapperDescrObject *descriptor = (BtWrapperDescrObject *)wrapper;
    BtObject *again = BtDescr_NewWrapper(&BtList_Type, descriptor->d_base, descriptor->d_wrapped);
    CHECK(again != NULL && has_repr(BtObject_CallOneArg(again, list), "2"));
    Bt_DECREF(again);
    Bt_DECREF(bound);
    Bt_DECREF(list);
    Bt_DECREF(wrapper);
    Bt_DECREF(dict);
    Bt_DECREF(sum);
    Bt_DECREF(kind);
    Bt_DECREF(x);
    Bt_DECREF(text);
    Bt_DECREF(point);
    Bt_DECREF(type);
    Bt_RETURN_NONE;
}

// --- functions and bound methods

static BtObject *defining(BtObject *self, BtTypeObject *type, BtObject *const *Bt_UNUSED(args), size_t nargs,
                          BtObject *Bt_UNUSED(kwnames)) BT_ATTACHED
{
    return Bt_BuildValue("(OOn)", self, type, (Bt_ssize_t)nargs);
}

static BtMethodDef defining_method = { "defining", _BtCFunction_CAST(defining),
                                       BT_METH_METHOD | BT_METH_FASTCALL | BT_METH_KEYWORDS, NULL };
static BtMethodDef static_method = { "lone", point_kind, BT_METH_NOARGS | BT_METH_STATIC, NULL };

static BtObject *functions(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *list = BtList_New(0), *function = BtCFunction_New(&kind_method, (BtObject *)&BtList_Type);
    CHECK(function != NULL && BtCFunction_Check(function) && is_text(BtObject_CallNoArgs(function), "list"));
    CHECK(BtCFunction_GetFunction(function) == point_kind && BtCFunction_GET_FUNCTION(function) == point_kind);
    CHECK(BtCFunction_GetSelf(function) == (BtObject *)&BtList_Type
          && BtCFunction_GET_SELF(function) == (BtObject *)&BtList_Type);
    CHECK(BtCFunction_GetFlags(function) == (BT_METH_NOARGS | BT_METH_CLASS)
          && BtCFunction_GET_FLAGS(function) == (BT_METH_NOARGS | BT_METH_CLASS));
    CHECK(BtCFunction_GetFunction(list) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtCFunction_GetSelf(list) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtCFunction_GetFlags(list) == -1 && failed_with(BtExc_SystemError, NULL));
    BtObject *lone = BtCFunction_New(&static_method, (BtObject *)&BtList_Type);
    CHECK(lone != NULL && BtCFunction_GetSelf(lone) == NULL && BtCFunction_GET_SELF(lone) == NULL && !BtErr_Occurred());
    BtObject *method = BtCMethod_New(&defining_method, list, NULL, &BtList_Type);
    CHECK(method != NULL && BtCMethod_Check(method) && has_repr(BtObject_CallOneArg(method, list), "([], <class 'list'>, 1)"));
    CHECK(BtCMethod_New(&defining_method, list, NULL, NULL) == NULL && failed_with(BtExc_SystemError, NULL));
    BtObject *bound = BtMethod_New(function, list);
    CHECK(BtMethod_Check(bound) && BtMethod_Function(bound) == function && BtMethod_Self(bound) == list);
    CHECK(BtMethod_GET_FUNCTION(bound) == function && BtMethod_GET_SELF(bound) == list);
    CHECK(BtMethod_Function(list) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtMethod_Self(list) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtMethod_New(function, NULL) == NULL && failed_with(BtExc_SystemError, NULL));
    Bt_DECREF(bound);
    Bt_DECREF(method);
    Bt_DECREF(lone);
    Bt_DECREF(function);
    Bt_DECREF(list);
    Bt_RETURN_NONE;
}

// --- types

static BtType_Slot no_slots[] = { { 0, NULL } };
static BtType_Spec meta_spec = { .name = "descriptor_test.Meta", .flags = BT_TPFLAGS_DEFAULT, .slots = no_slots };
static BtType_Spec plain_spec = {
    .name = "descriptor_test.inner.Plain", .flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE, .slots = no_slots };
static BtType_Spec extended_spec = {
    .name = "descriptor_test.Extended", .basicsize = -16, .flags = BT_TPFLAGS_DEFAULT, .slots = no_slots };

static BtObject *types(BtObject *module, BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *meta = BtType_FromSpecWithBases(&meta_spec, (BtObject *)&BtType_Type);
    CHECK(meta != NULL && BtType_IsSubtype((BtTypeObject *)meta, &BtType_Type));
    BtTypeObject *plain = (BtTypeObject *)BtType_FromMetaclass((BtTypeObject *)meta, module, &plain_spec, NULL);
    CHECK(plain != NULL && Bt_IS_TYPE(plain, (BtTypeObject *)meta) && BtType_GetModule(plain) == module);
    CHECK(BtType_GetModule(&BtList_Type) == NULL && failed_with(BtExc_TypeError, NULL));
    CHECK(is_text(BtType_GetName(plain), "Plain") && is_text(BtType_GetQualName(plain), "Plain"));
    CHECK(is_text(BtType_GetFullyQualifiedName(plain), "descriptor_test.inner.Plain"));
    CHECK(is_text(BtType_GetModuleName(plain), "descriptor_test.inner") && strcmp(_BtType_Name(plain), "Plain") == 0);
    CHECK(is_text(BtType_GetFullyQualifiedName(&BtList_Type), "list"));
    CHECK((BtType_GetFlags(plain) & BT_TPFLAGS_HEAPTYPE) != 0 && (BtType_GetFlags(&BtList_Type) & BT_TPFLAGS_HEAPTYPE) == 0);
    BtObject *name = BtUnicode_FromString("append"), *found = _BtType_Lookup(&BtList_Type, name);
    CHECK(found != NULL && Bt_IS_TYPE(found, &BtMethodDescr_Type) && _BtType_Lookup(plain, name) == NULL && !BtErr_Occurred());
    // An attribute that is put into the dictionary by hand is found once the type is told.
    BtObject *dict = BtType_GetDict(plain);
    CHECK(BtDict_SetItem(dict, name, Bt_True) == 0);
    BtType_Modified(plain);
    CHECK(_BtType_Lookup(plain, name) == Bt_True);
    BtType_ClearCache();
    CHECK(_BtType_Lookup(plain, name) == Bt_True);
    // Memory beyond the base's.
    BtTypeObject *extended = (BtTypeObject *)BtType_FromSpecWithBases(&extended_spec, (BtObject *)plain);
    CHECK(extended != NULL && BtType_GetTypeDataSize(extended) >= 16);
    BtObject *object = BtObject_CallNoArgs((BtObject *)extended);
    char *data = BtObject_GetTypeData(object, extended);
    CHECK(data - (char *)object >= plain->tp_basicsize && data + 16 <= (char *)object + extended->tp_basicsize);
    memset(data, 1, 16);
    Bt_DECREF(object);
    Bt_DECREF(extended);
    Bt_DECREF(dict);
    Bt_DECREF(name);
    Bt_DECREF(plain);
    Bt_DECREF(meta);
    Bt_RETURN_NONE;
}

// --- memory

typedef struct Row {
    BtObject_VAR_HEAD
    long items[1];
} Row;

static void row_dealloc(BtObject *self) BT_ATTACHED { BtObject_Free(self); }

static BtTypeObject Row_Type = {
    BtVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "descriptor_test.Row",
    .tp_basicsize = offsetof(Row, items),
    .tp_itemsize = sizeof(long),
    .tp_dealloc = row_dealloc,
    .tp_flags = BT_TPFLAGS_DEFAULT,
};

static int chain_traverse(BtObject *self, visitproc visit, void *arg) BT_ATTACHED
{
    (void)self;
    (void)visit;
    (void)arg;
    return 0;
}

static int finalized;

static void chain_finalize(BtObject *Bt_UNUSED(self)) BT_ATTACHED { finalized++; }

static void chain_dealloc(BtObject *self) BT_ATTACHED
{
    BtObject_GC_UnTrack(self);
    BtObject_GC_Del(self);
}

static BtTypeObject Chain_Type = {
    BtVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "descriptor_test.Chain",
    .tp_basicsize = offsetof(Row, items),
    .tp_itemsize = sizeof(long),
    .tp_dealloc = chain_dealloc,
    .tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC,
    .tp_traverse = chain_traverse,
    .tp_finalize = chain_finalize,
};

static BtObject *memory(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    CHECK(BtType_Ready(&Row_Type) == 0 && BtType_Ready(&Chain_Type) == 0);
    Row *row = BtObject_NewVar(Row, &Row_Type, 5);
    CHECK(row != NULL && Bt_SIZE(row) == 5 && Bt_REFCNT(row) == 1 && Bt_IS_TYPE(row, &Row_Type));
    row->items[4] = 1;
    Bt_DECREF(row);
    // The same by hand.
    row = BtObject_Calloc(1, sizeof(Row) + 4 * sizeof(long));
    CHECK(row != NULL && row->items[4] == 0);
    CHECK((Row *)BtObject_InitVar((BtVarObject *)row, &Row_Type, 5) == row && Bt_SIZE(row) == 5 && Bt_REFCNT(row) == 1);
    Bt_DECREF(row);
    row = BtObject_Malloc(sizeof(Row));
    CHECK((Row *)BtObject_Init((BtObject *)row, &Row_Type) == row && Bt_IS_TYPE(row, &Row_Type));
    Bt_SET_SIZE(row, 0);
    Bt_DECREF(row);
    Row *chain = BtObject_GC_NewVar(Row, &Chain_Type, 2);
    CHECK(chain != NULL && Bt_SIZE(chain) == 2 && !BtObject_GC_IsTracked((BtObject *)chain));
    chain->items[1] = 7;
    chain = BtObject_GC_Resize(Row, chain, 40);
    CHECK(chain != NULL && Bt_SIZE(chain) == 40 && chain->items[1] == 7);
    BtObject_GC_Track(chain);
    BtObject *object = (BtObject *)chain;
    CHECK(BtObject_GC_IsTracked(object) && BtObject_IS_GC(object) && !BtObject_IS_GC((BtObject *)&Row_Type));
    CHECK(!BtObject_GC_IsFinalized(object));
    BtObject_CallFinalizer(object);
    BtObject_CallFinalizer(object);
    CHECK(finalized == 1 && BtObject_GC_IsFinalized(object));
    Bt_DECREF(object);
    finalized = 0;
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "members", members, BT_METH_NOARGS, NULL },     { "descriptors", descriptors, BT_METH_NOARGS, NULL },
    { "functions", functions, BT_METH_NOARGS, NULL }, { "types", types, BT_METH_NOARGS, NULL },
    { "memory", memory, BT_METH_NOARGS, NULL },       { NULL, NULL, 0, NULL },
};

static BtModuleDef_Slot slots[] = { { 0, NULL } };

static BtModuleDef module = {
    BtModuleDef_HEAD_INIT, .m_name = "descriptor_test", .m_size = 0, .m_methods = methods, .m_slots = slots };

BtMODINIT_FUNC BtInit_descriptor_test(void) { return BtModuleDef_Init(&module); }
