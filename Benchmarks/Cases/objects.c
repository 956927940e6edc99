// Counting, calling, making and freeing.
#include "api.h"

static int repetitions(BtObject *args, Bt_ssize_t *count) BT_ATTACHED;
static int repetitions(BtObject *args, Bt_ssize_t *count) { return BtArg_ParseTuple(args, "n", count); }

BtObject *incref_decref(BtObject *self, BtObject *args)
{
    (void)self;
    Bt_ssize_t count;
    if (!repetitions(args, &count)) {
        return NULL;
    }
    BtObject *object = BtList_New(0);
    if (object == NULL) {
        return NULL;
    }
    double start = now_ns();
    for (Bt_ssize_t i = 0; i < count; i++) {
        Bt_INCREF(object);
        COMPILER_BARRIER();
        Bt_DECREF(object);
        COMPILER_BARRIER();
    }
    double taken = now_ns() - start;
    Bt_DECREF(object);
    return BtFloat_FromDouble(taken / (double)count);
}

static BtObject *nothing_noargs(BtObject *self, BtObject *unused) BT_ATTACHED;
static BtObject *nothing_noargs(BtObject *self, BtObject *unused)
{
    (void)self;
    (void)unused;
    Bt_RETURN_NONE;
}

BtObject *nothing_fastcall(BtObject *self, BtObject *const *args, Bt_ssize_t count)
{
    (void)self;
    (void)args;
    (void)count;
    Bt_RETURN_NONE;
}

static BtMethodDef inner_methods[] = {
    { "nothing_noargs", nothing_noargs, BT_METH_NOARGS, NULL },
    { "nothing_fastcall", (BtCFunction)(void (*)(void))nothing_fastcall, BT_METH_FASTCALL, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef inner = {
    BtModuleDef_HEAD_INIT,
    .m_name = "inner",
    .m_size = -1,
    .m_methods = inner_methods,
};

static BtObject *inner_function(const char *name) BT_ATTACHED;
static BtObject *inner_function(const char *name)
{
    BtObject *module = BtModule_Create(&inner);
    if (module == NULL) {
        return NULL;
    }
    BtObject *function = BtObject_GetAttrString(module, name);
    Bt_DECREF(module);
    return function;
}

BtObject *call_noargs(BtObject *self, BtObject *args)
{
    (void)self;
    Bt_ssize_t count;
    BtObject *function;
    if (!repetitions(args, &count) || (function = inner_function("nothing_noargs")) == NULL) {
        return NULL;
    }
    double start = now_ns();
    for (Bt_ssize_t i = 0; i < count; i++) {
        BtObject *result = BtObject_CallNoArgs(function);
        Bt_XDECREF(result);
    }
    double taken = now_ns() - start;
    Bt_DECREF(function);
    return BtFloat_FromDouble(taken / (double)count);
}

BtObject *call_fastcall(BtObject *self, BtObject *args)
{
    Bt_ssize_t count;
    BtObject *function;
    if (!repetitions(args, &count) || (function = inner_function("nothing_fastcall")) == NULL) {
        return NULL;
    }
    BtObject *arguments[2] = { self, args };
    double start = now_ns();
    for (Bt_ssize_t i = 0; i < count; i++) {
        BtObject *result = BtObject_Vectorcall(function, arguments, 2, NULL);
        Bt_XDECREF(result);
    }
    double taken = now_ns() - start;
    Bt_DECREF(function);
    return BtFloat_FromDouble(taken / (double)count);
}

// Making: `expression` gives a new reference, which is dropped at once.
#define MAKE_CASE(name, expression)                          \
    BtObject *name(BtObject *self, BtObject *args)           \
    {                                                        \
        (void)self;                                          \
        Bt_ssize_t count;                                    \
        if (!repetitions(args, &count)) {                    \
            return NULL;                                     \
        }                                                    \
        double start = now_ns();                             \
        for (Bt_ssize_t i = 0; i < count; i++) {             \
            BtObject *made = (expression);                   \
            if (made == NULL) {                              \
                return NULL;                                 \
            }                                                \
            COMPILER_BARRIER();                              \
            Bt_DECREF(made);                                 \
        }                                                    \
        return BtFloat_FromDouble((now_ns() - start) / (double)count); \
    }

static BtObject *tuple3(BtObject *item) BT_ATTACHED;
static BtObject *tuple3(BtObject *item)
{
    BtObject *tuple = BtTuple_New(3);
    if (tuple == NULL) {
        return NULL;
    }
    for (int i = 0; i < 3; i++) {
        Bt_INCREF(item);
        BtTuple_SET_ITEM(tuple, i, item);
    }
    return tuple;
}

static BtObject *list_append(BtObject *item) BT_ATTACHED;
static BtObject *list_append(BtObject *item)
{
    BtObject *list = BtList_New(0);
    if (list != NULL && BtList_Append(list, item) < 0) {
        Bt_DECREF(list);
        return NULL;
    }
    return list;
}

MAKE_CASE(make_int, BtLong_FromLong(1000000 + (long)i))
MAKE_CASE(make_bytes16, BtBytes_FromStringAndSize("0123456789abcdef", 16))
MAKE_CASE(make_tuple3, tuple3(args))
MAKE_CASE(make_list_append, list_append(args))
