// The API of lists, wrapped one to one for ListTests.swift. An Ellipsis stands for NULL.
#include <baton.h>

static BtObject *or_null(BtObject *object) BT_ATTACHED
{
    return object == Bt_Ellipsis ? NULL : object;
}

static BtObject *none_or_null(int status) BT_ATTACHED
{
    return status < 0 ? NULL : Bt_NewRef(Bt_None);
}

static BtObject *make(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    Bt_ssize_t size;
    if (!BtArg_ParseTuple(args, "n", &size)) {
        return NULL;
    }
    BtObject *list = BtList_New(size);
    for (Bt_ssize_t i = 0; list != NULL && i < size; i++) {
        BtList_SET_ITEM(list, i, BtLong_FromSsize_t(i));
    }
    return list;
}

static BtObject *size(BtObject *Bt_UNUSED(self), BtObject *list) BT_ATTACHED
{
    Bt_ssize_t count = BtList_Size(or_null(list));
    return count < 0 ? NULL : BtLong_FromSsize_t(count);
}

static BtObject *get(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *list;
    Bt_ssize_t index;
    if (!BtArg_ParseTuple(args, "On", &list, &index)) {
        return NULL;
    }
    return Bt_XNewRef(BtList_GetItem(or_null(list), index));
}

static BtObject *get_ref(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *list;
    Bt_ssize_t index;
    if (!BtArg_ParseTuple(args, "On", &list, &index)) {
        return NULL;
    }
    return BtList_GetItemRef(list, index);
}

static BtObject *set(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *list, *item;
    Bt_ssize_t index;
    if (!BtArg_ParseTuple(args, "OnO", &list, &index, &item)) {
        return NULL;
    }
    return none_or_null(BtList_SetItem(or_null(list), index, Bt_NewRef(item)));
}

static BtObject *insert(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *list, *item;
    Bt_ssize_t index;
    if (!BtArg_ParseTuple(args, "OnO", &list, &index, &item)) {
        return NULL;
    }
    return none_or_null(BtList_Insert(or_null(list), index, or_null(item)));
}

static BtObject *append(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *list, *item;
    if (!BtArg_ParseTuple(args, "OO", &list, &item)) {
        return NULL;
    }
    return none_or_null(BtList_Append(or_null(list), or_null(item)));
}

static BtObject *extend(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *list, *items;
    if (!BtArg_ParseTuple(args, "OO", &list, &items)) {
        return NULL;
    }
    return none_or_null(BtList_Extend(or_null(list), or_null(items)));
}

static BtObject *clear(BtObject *Bt_UNUSED(self), BtObject *list) BT_ATTACHED
{
    return none_or_null(BtList_Clear(or_null(list)));
}

static BtObject *get_slice(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *list;
    Bt_ssize_t low, high;
    if (!BtArg_ParseTuple(args, "Onn", &list, &low, &high)) {
        return NULL;
    }
    return BtList_GetSlice(or_null(list), low, high);
}

static BtObject *set_slice(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *list, *items;
    Bt_ssize_t low, high;
    if (!BtArg_ParseTuple(args, "OnnO", &list, &low, &high, &items)) {
        return NULL;
    }
    return none_or_null(BtList_SetSlice(or_null(list), low, high, or_null(items)));
}

static BtObject *sort(BtObject *Bt_UNUSED(self), BtObject *list) BT_ATTACHED
{
    return none_or_null(BtList_Sort(or_null(list)));
}

static BtObject *reverse(BtObject *Bt_UNUSED(self), BtObject *list) BT_ATTACHED
{
    return none_or_null(BtList_Reverse(or_null(list)));
}

static BtObject *as_tuple(BtObject *Bt_UNUSED(self), BtObject *list) BT_ATTACHED
{
    return BtList_AsTuple(or_null(list));
}

static BtObject *check(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    return BtLong_FromLong(BtList_Check(object) * 2 + BtList_CheckExact(object));
}

static BtObject *total(BtObject *Bt_UNUSED(self), BtObject *list) BT_ATTACHED
{
    long sum = 0;
    for (Bt_ssize_t i = 0; i < BtList_GET_SIZE(list); i++) {
        sum += BtLong_AsLong(BtList_GET_ITEM(list, i));
    }
    return BtErr_Occurred() ? NULL : BtLong_FromLong(sum);
}

static BtMethodDef methods[] = {
    {"make", make, BT_METH_VARARGS, NULL},
    {"size", size, BT_METH_O, NULL},
    {"get", get, BT_METH_VARARGS, NULL},
    {"get_ref", get_ref, BT_METH_VARARGS, NULL},
    {"set", set, BT_METH_VARARGS, NULL},
    {"insert", insert, BT_METH_VARARGS, NULL},
    {"append", append, BT_METH_VARARGS, NULL},
    {"extend", extend, BT_METH_VARARGS, NULL},
    {"clear", clear, BT_METH_O, NULL},
    {"get_slice", get_slice, BT_METH_VARARGS, NULL},
    {"set_slice", set_slice, BT_METH_VARARGS, NULL},
    {"sort", sort, BT_METH_O, NULL},
    {"reverse", reverse, BT_METH_O, NULL},
    {"as_tuple", as_tuple, BT_METH_O, NULL},
    {"check", check, BT_METH_O, NULL},
    {"total", total, BT_METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = "list_test", .m_methods = methods};

BtMODINIT_FUNC BtInit_list_test(void)
{
    return BtModuleDef_Init(&module);
}
