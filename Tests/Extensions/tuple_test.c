// The API of tuples, wrapped one to one for TupleTests.swift. An Ellipsis stands for NULL.
#include <baton.h>

static BtObject *or_null(BtObject *object) BT_ATTACHED
{
    return object == Bt_Ellipsis ? NULL : object;
}

static BtObject *make(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    Bt_ssize_t size;
    if (!BtArg_ParseTuple(args, "n", &size)) {
        return NULL;
    }
    BtObject *tuple = BtTuple_New(size);
    for (Bt_ssize_t i = 0; tuple != NULL && i < size; i++) {
        BtTuple_SET_ITEM(tuple, i, BtLong_FromSsize_t(i));
    }
    return tuple;
}

static BtObject *size(BtObject *Bt_UNUSED(self), BtObject *tuple) BT_ATTACHED
{
    Bt_ssize_t count = BtTuple_Size(or_null(tuple));
    return count < 0 ? NULL : BtLong_FromSsize_t(count);
}

static BtObject *get(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *tuple;
    Bt_ssize_t index;
    if (!BtArg_ParseTuple(args, "On", &tuple, &index)) {
        return NULL;
    }
    return Bt_XNewRef(BtTuple_GetItem(or_null(tuple), index));
}

// A tuple of `count` ints whose item `index` was set to `item`.
static BtObject *set(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    Bt_ssize_t count, index;
    BtObject *item;
    if (!BtArg_ParseTuple(args, "nnO", &count, &index, &item)) {
        return NULL;
    }
    BtObject *tuple = BtTuple_New(count);
    for (Bt_ssize_t i = 0; tuple != NULL && i < count; i++) {
        BtTuple_SET_ITEM(tuple, i, BtLong_FromSsize_t(i));
    }
    if (tuple != NULL && BtTuple_SetItem(tuple, index, Bt_NewRef(item)) < 0) {
        Bt_CLEAR(tuple);
    }
    return tuple;
}

static BtObject *set_shared(BtObject *Bt_UNUSED(self), BtObject *tuple) BT_ATTACHED
{
    Bt_INCREF(tuple);
    int status = BtTuple_SetItem(tuple, 0, Bt_NewRef(Bt_None));
    Bt_DECREF(tuple);
    return status < 0 ? NULL : Bt_NewRef(tuple);
}

static BtObject *slice(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *tuple;
    Bt_ssize_t low, high;
    if (!BtArg_ParseTuple(args, "Onn", &tuple, &low, &high)) {
        return NULL;
    }
    return BtTuple_GetSlice(or_null(tuple), low, high);
}

// A tuple of `before` ints resized to `after`, new places filled with None.
static BtObject *resize(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    Bt_ssize_t before, after;
    if (!BtArg_ParseTuple(args, "nn", &before, &after)) {
        return NULL;
    }
    BtObject *tuple = BtTuple_New(before);
    for (Bt_ssize_t i = 0; tuple != NULL && i < before; i++) {
        BtTuple_SET_ITEM(tuple, i, BtLong_FromSsize_t(i));
    }
    if (tuple == NULL || _BtTuple_Resize(&tuple, after) < 0) {
        return tuple == NULL ? NULL : BtErr_Format(BtExc_AssertionError, "the tuple was left behind");
    }
    for (Bt_ssize_t i = before; i < after; i++) {
        if (BtTuple_GET_ITEM(tuple, i) != NULL) {
            return BtErr_Format(BtExc_AssertionError, "a new place is not empty");
        }
        BtTuple_SET_ITEM(tuple, i, Bt_NewRef(Bt_None));
    }
    return tuple;
}

static BtObject *resize_wrong(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    BtObject *slot = Bt_NewRef(object);
    if (_BtTuple_Resize(&slot, 2) == 0 || slot != NULL) {
        return BtErr_Format(BtExc_AssertionError, "resized something else");
    }
    return NULL;
}

// The items by the macros, in reverse.
static BtObject *reversed(BtObject *Bt_UNUSED(self), BtObject *tuple) BT_ATTACHED
{
    BtObject *list = BtList_New(0);
    for (Bt_ssize_t i = BtTuple_GET_SIZE(tuple); list != NULL && i-- > 0;) {
        if (BtList_Append(list, BtTuple_GET_ITEM(tuple, i)) < 0) {
            Bt_CLEAR(list);
        }
    }
    return list;
}

static BtObject *check(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    return BtLong_FromLong(BtTuple_Check(object) * 2 + BtTuple_CheckExact(object));
}

static BtObject *pack(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    return BtTuple_Pack(3, object, Bt_None, object);
}

static BtMethodDef methods[] = {
    {"make", make, BT_METH_VARARGS, NULL},
    {"size", size, BT_METH_O, NULL},
    {"get", get, BT_METH_VARARGS, NULL},
    {"set", set, BT_METH_VARARGS, NULL},
    {"set_shared", set_shared, BT_METH_O, NULL},
    {"slice", slice, BT_METH_VARARGS, NULL},
    {"resize", resize, BT_METH_VARARGS, NULL},
    {"resize_wrong", resize_wrong, BT_METH_O, NULL},
    {"reversed", reversed, BT_METH_O, NULL},
    {"check", check, BT_METH_O, NULL},
    {"pack", pack, BT_METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = "tuple_test", .m_methods = methods};

BtMODINIT_FUNC BtInit_tuple_test(void)
{
    return BtModuleDef_Init(&module);
}
