// What authors use around objects and no other test extension calls: references, attributes, types made by hand, memory,
// numbers that do not fit. For ObjectAPITests.swift.
#include "check.h"

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <string.h>

// --- a static type of the old kind, tracked by the collector, with a custom iterator

typedef struct Counter {
    BtObject_HEAD
    long left;
    BtObject *item;
} Counter;

static BtTypeObject Counter_Type;

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
    BtObject_GC_UnTrack(self);
    counter_clear(self);
    BtObject_GC_Del(self);
}

static BtObject *counter_next(BtObject *self) BT_ATTACHED
{
    Counter *counter = (Counter *)self;
    return counter->left-- > 0 ? Bt_NewRef(counter->item) : NULL;
}

static BtTypeObject Counter_Type = {
    BtVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "object_test.Counter",
    .tp_basicsize = sizeof(Counter),
    .tp_dealloc = counter_dealloc,
    .tp_getattro = BtObject_GenericGetAttr,
    .tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC,
    .tp_traverse = counter_traverse,
    .tp_clear = counter_clear,
    .tp_iter = BtObject_SelfIter,
    .tp_iternext = counter_next,
};

static BtObject *collected(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    CHECK(BtType_Ready(&Counter_Type) == 0);
    CHECK(BtType_Check((BtObject *)&Counter_Type) && !BtType_Check(Bt_None));
    Counter *counter = BtObject_GC_New(Counter, &Counter_Type);
    CHECK(counter != NULL);
    counter->left = 3;
    counter->item = BtUnicode_FromString("x");
    BtObject_GC_Track((BtObject *)counter);
    CHECK(BtObject_GC_IsTracked((BtObject *)counter));
    CHECK(BtObject_TypeCheck((BtObject *)counter, &Counter_Type) && !BtObject_TypeCheck(Bt_None, &Counter_Type));
    CHECK(BtObject_GetIter((BtObject *)counter) == (BtObject *)counter);
    Bt_DECREF(counter);
    CHECK(has_repr(BtSequence_List((BtObject *)counter), "['x', 'x', 'x']"));
    Bt_DECREF(counter);
    Bt_RETURN_NONE;
}

// --- references

static BtObject *references(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *first = BtList_New(0), *second = BtList_New(0), *nothing = NULL;
    Bt_XINCREF(first);
    Bt_XINCREF(nothing);
    CHECK(Bt_REFCNT(first) == 2);
    BtObject *holder = first;
    Bt_SETREF(holder, Bt_NewRef(second));
    CHECK(holder == second && Bt_REFCNT(first) == 1 && Bt_REFCNT(second) == 2);
    Bt_XSETREF(holder, NULL);
    CHECK(holder == NULL && Bt_REFCNT(second) == 1);
    Bt_XSETREF(holder, first);
    CHECK(holder == first && Bt_REFCNT(first) == 1 && BtUnstable_Object_IsUniquelyReferenced(first));
    Bt_SET_REFCNT(first, 3);
    CHECK(Bt_REFCNT(first) == 3 && !BtUnstable_Object_IsUniquelyReferenced(first));
    Bt_SET_REFCNT(first, 1);
    Bt_SET_REFCNT(Bt_None, 1);
    CHECK(Bt_REFCNT(Bt_None) > 1000);
    Bt_DECREF(first);
    Bt_DECREF(second);
    Bt_RETURN_NONE;
}

static BtObject *heads(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    static const int numbers[] = {1, 2, 3};
    BtObject *list = BtList_New(0), *tuple = BtTuple_New(2);
    CHECK(Bt_SIZE(tuple) == 2 && Bt_ARRAY_LENGTH(numbers) == 3 && Bt_MIN(2, 1) == 1 && Bt_MIN(1, 2) == 1);
    BtTypeObject *type = Bt_TYPE(list);
    Bt_SET_TYPE(list, &BtBytes_Type);
    CHECK(BtBytes_Check(list));
    Bt_SET_TYPE(list, type);
    CHECK(BtList_Check(list));
    BtTuple_SET_ITEM(tuple, 0, Bt_NewRef(Bt_None));
    Bt_SET_SIZE(tuple, 1);
    CHECK(has_repr(tuple, "(None,)"));
    CHECK(BtVectorcall_NARGS(3 | BT_VECTORCALL_ARGUMENTS_OFFSET) == 3 && BtVectorcall_NARGS(3) == 3);
    Bt_DECREF(list);
    Bt_RETURN_NONE;
}

static int kind_of(int sign) BT_ATTACHED
{
    switch (sign < 0 ? -1 : sign > 0) {
    case -1: return 'n';
    case 0: return 'z';
    case 1: return 'p';
    default: Bt_UNREACHABLE();
    }
}

// --- attributes and classes

static BtObject *attributes(BtObject *self, BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    CHECK(kind_of(-4) == 'n' && kind_of(0) == 'z' && kind_of(4) == 'p');
    CHECK(BtObject_HasAttrString(self, "attributes") == 1 && BtObject_HasAttrString(self, "absent") == 0);
    CHECK(!BtErr_Occurred());
    BtObject *name = BtUnicode_FromString("__name__");
    CHECK(has_repr(BtObject_GetAttr(self, name), "'object_test'"));
    CHECK(has_repr(BtObject_GenericGetAttr(self, name), "'object_test'"));
    Bt_DECREF(name);
    CHECK(BtObject_GetAttr(self, Bt_None) == NULL && failed_with(BtExc_TypeError, NULL));
    CHECK(BtObject_IsSubclass((BtObject *)&BtBool_Type, (BtObject *)&BtLong_Type) == 1);
    CHECK(BtObject_IsSubclass((BtObject *)&BtLong_Type, (BtObject *)&BtBool_Type) == 0);
    CHECK(BtObject_IsSubclass(Bt_None, (BtObject *)&BtLong_Type) == -1
          && failed_with(BtExc_TypeError, "issubclass() arg 1 must be a class"));
    CHECK(BtExc_IOError == BtExc_OSError);
    Bt_RETURN_NONE;
}

static BtObject *hello(BtObject *self, BtObject *Bt_UNUSED(args)) BT_ATTACHED { return Bt_NewRef(self); }

static BtObject *functions(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    static BtMethodDef definition = {"hello", hello, BT_METH_NOARGS, NULL};
    BtObject *owner = BtUnicode_FromString("me"), *module = BtUnicode_FromString("somewhere");
    BtObject *function = BtCFunction_NewEx(&definition, owner, module);
    CHECK(function != NULL);
    CHECK(has_repr(BtObject_CallNoArgs(function), "'me'"));
    CHECK(has_repr(BtObject_GetAttrString(function, "__module__"), "'somewhere'"));
    Bt_DECREF(function);
    Bt_DECREF(owner);
    Bt_DECREF(module);
    BtObject *path = BtImport_ImportModuleLevelObject(Bt_None, NULL, NULL, NULL, 0);
    CHECK(path == NULL && failed_with(BtExc_TypeError, "module name must be a string"));
    BtObject *name = BtUnicode_FromString("object_test");
    path = BtImport_ImportModuleLevelObject(name, NULL, NULL, NULL, -1);
    CHECK(path == NULL && failed_with(BtExc_ValueError, "level must be >= 0"));
    path = BtImport_ImportModuleLevelObject(name, NULL, NULL, NULL, 0);
    CHECK(path != NULL);
    Bt_DECREF(path);
    Bt_DECREF(name);
    Bt_RETURN_NONE;
}

// --- numbers that do not fit, files that are none

static BtObject *numbers(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *huge = BtLong_FromString("18446744073709551618", NULL, 10), *small = BtLong_FromLong(-3);
    CHECK(BtLong_AsLongLong(small) == -3 && BtLong_AsSsize_t(small) == -3);
    CHECK(BtLong_AsLongLong(huge) == -1 && failed_with(BtExc_OverflowError, NULL));
    CHECK(BtLong_AsSsize_t(huge) == -1 && failed_with(BtExc_OverflowError, NULL));
    CHECK(BtLong_AsUnsignedLongLongMask(huge) == 2 && BtLong_AsUnsignedLongLongMask(small) == ULLONG_MAX - 2);
    CHECK(!BtErr_Occurred());
    CHECK(BtLong_AsLongLong(Bt_None) == -1 && failed_with(BtExc_TypeError, NULL));
    CHECK(BtLong_AsSsize_t(Bt_None) == -1 && failed_with(BtExc_TypeError, "an integer is required"));
    Bt_DECREF(huge);

    BtObject *seven = BtLong_FromLong(7);
    CHECK(BtObject_AsFileDescriptor(seven) == 7);
    CHECK(BtObject_AsFileDescriptor(small) == -1
          && failed_with(BtExc_ValueError, "file descriptor cannot be a negative integer (-3)"));
    CHECK(BtObject_AsFileDescriptor(Bt_None) == -1
          && failed_with(BtExc_TypeError, "argument must be an int, or have a fileno() method."));
    Bt_DECREF(seven);
    Bt_DECREF(small);
    Bt_RETURN_NONE;
}

// --- errors with a list of arguments, raw memory, a block that is put down and taken up

static void complain(const char *format, ...) BT_ATTACHED
{
    va_list arguments;
    va_start(arguments, format);
    BtErr_FormatV(BtExc_ValueError, format, arguments);
    va_end(arguments);
}

static BtObject *memory(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    complain("%s has %d", "this", 4);
    CHECK(failed_with(BtExc_ValueError, "this has 4"));
    char *text = BtMem_Malloc(4);
    CHECK(text != NULL);
    memcpy(text, "abc", 4);
    text = BtMem_Realloc(text, 4096);
    CHECK(text != NULL && strcmp(text, "abc") == 0);
    CHECK(BtMem_Realloc(text, (size_t)BT_SSIZE_T_MAX + 1) == NULL && strcmp(text, "abc") == 0);
    BtMem_FREE(text);

    int was_attached = 0, was_detached = 0;
    errno = EDOM;
    Bt_BEGIN_ALLOW_THREADS
    was_detached = !BtGILState_Check();
    Bt_BLOCK_THREADS
    was_attached = BtGILState_Check();
    Bt_UNBLOCK_THREADS
    was_detached = was_detached && !BtGILState_Check();
    Bt_END_ALLOW_THREADS
    CHECK(was_attached && was_detached && BtGILState_Check() && errno == EDOM);
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    {"collected", collected, BT_METH_NOARGS, NULL},   {"references", references, BT_METH_NOARGS, NULL},
    {"heads", heads, BT_METH_NOARGS, NULL},           {"attributes", attributes, BT_METH_NOARGS, NULL},
    {"functions", functions, BT_METH_NOARGS, NULL},   {"numbers", numbers, BT_METH_NOARGS, NULL},
    {"memory", memory, BT_METH_NOARGS, NULL},         {NULL, NULL, 0, NULL},
};

static BtModuleDef definition = {
    BtModuleDef_HEAD_INIT, .m_name = "object_test", .m_size = 0, .m_methods = methods};

BtMODINIT_FUNC BtInit_object_test(void) { return BtModuleDef_Init(&definition); }
