// The API of dicts, wrapped one to one for DictTests.swift. An Ellipsis stands for NULL.
//
// Functions with a result by reference return (status, result), with an Ellipsis for NULL.
#include <baton.h>

static BtObject *or_null(BtObject *object) BT_ATTACHED
{
    return object == Bt_Ellipsis ? NULL : object;
}

static BtObject *none_or_null(int status) BT_ATTACHED
{
    return status < 0 ? NULL : Bt_NewRef(Bt_None);
}

static BtObject *with_status(int status, BtObject *result) BT_ATTACHED
{
    if (status < 0) {
        return result == NULL ? NULL : BtErr_Format(BtExc_AssertionError, "a result beside an error");
    }
    return Bt_BuildValue("(iN)", status, result != NULL ? result : Bt_NewRef(Bt_Ellipsis));
}

static BtObject *or_ellipsis(BtObject *borrowed) BT_ATTACHED
{
    if (borrowed == NULL && BtErr_Occurred()) {
        return NULL;
    }
    return Bt_NewRef(borrowed != NULL ? borrowed : Bt_Ellipsis);
}

#define UNPACK_PAIR(first, second)                           \
    BtObject *first, *second;                                \
    if (!BtArg_ParseTuple(args, "OO", &first, &second)) {    \
        return NULL;                                         \
    }                                                        \
    first = or_null(first);                                  \
    second = or_null(second)

#define UNPACK_NAMED(first, name)                            \
    BtObject *first;                                         \
    const char *name;                                        \
    if (!BtArg_ParseTuple(args, "Os", &first, &name)) {      \
        return NULL;                                         \
    }                                                        \
    first = or_null(first)

static BtObject *make(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    return BtDict_New();
}

static BtObject *size(BtObject *Bt_UNUSED(self), BtObject *dict) BT_ATTACHED
{
    Bt_ssize_t count = BtDict_Size(or_null(dict));
    return count < 0 ? NULL : BtLong_FromSsize_t(count);
}

static BtObject *clear(BtObject *Bt_UNUSED(self), BtObject *dict) BT_ATTACHED
{
    BtDict_Clear(or_null(dict));
    Bt_RETURN_NONE;
}

static BtObject *get_ref(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_PAIR(dict, key);
    BtObject *value = Bt_None;
    int status = BtDict_GetItemRef(dict, key, &value);
    return with_status(status, value);
}

static BtObject *get_string_ref(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_NAMED(dict, name);
    BtObject *value = Bt_None;
    int status = BtDict_GetItemStringRef(dict, name, &value);
    return with_status(status, value);
}

static BtObject *get_with_error(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_PAIR(dict, key);
    return or_ellipsis(BtDict_GetItemWithError(dict, key));
}

static BtObject *get(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_PAIR(dict, key);
    return or_ellipsis(BtDict_GetItem(dict, key));
}

static BtObject *get_string(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_NAMED(dict, name);
    return or_ellipsis(BtDict_GetItemString(dict, name));
}

static BtObject *contains(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_PAIR(dict, key);
    int status = BtDict_Contains(dict, key);
    return status < 0 ? NULL : BtBool_FromLong(status);
}

static BtObject *contains_string(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_NAMED(dict, name);
    int status = BtDict_ContainsString(dict, name);
    return status < 0 ? NULL : BtBool_FromLong(status);
}

static BtObject *set(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *dict, *key, *value;
    if (!BtArg_ParseTuple(args, "OOO", &dict, &key, &value)) {
        return NULL;
    }
    return none_or_null(BtDict_SetItem(or_null(dict), or_null(key), or_null(value)));
}

static BtObject *set_string(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *dict, *value;
    const char *name;
    if (!BtArg_ParseTuple(args, "OsO", &dict, &name, &value)) {
        return NULL;
    }
    return none_or_null(BtDict_SetItemString(or_null(dict), name, or_null(value)));
}

static BtObject *delete(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_PAIR(dict, key);
    return none_or_null(BtDict_DelItem(dict, key));
}

static BtObject *delete_string(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_NAMED(dict, name);
    return none_or_null(BtDict_DelItemString(dict, name));
}

static BtObject *set_default(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *dict, *key, *value;
    if (!BtArg_ParseTuple(args, "OOO", &dict, &key, &value)) {
        return NULL;
    }
    return Bt_XNewRef(BtDict_SetDefault(or_null(dict), key, value));
}

static BtObject *set_default_ref(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *dict, *key, *value, *result = Bt_None;
    if (!BtArg_ParseTuple(args, "OOO", &dict, &key, &value)) {
        return NULL;
    }
    int status = BtDict_SetDefaultRef(or_null(dict), key, value, &result);
    return with_status(status, result);
}

static BtObject *pop(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_PAIR(dict, key);
    BtObject *value = Bt_None;
    int status = BtDict_Pop(dict, key, &value);
    return with_status(status, value);
}

static BtObject *pop_string(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_NAMED(dict, name);
    BtObject *value = Bt_None;
    int status = BtDict_PopString(dict, name, &value);
    return with_status(status, value);
}

static BtObject *pop_silently(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_PAIR(dict, key);
    int status = BtDict_Pop(dict, key, NULL);
    return status < 0 ? NULL : BtLong_FromLong(status);
}

static BtObject *merge(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *dict, *other;
    int override;
    if (!BtArg_ParseTuple(args, "OOp", &dict, &other, &override)) {
        return NULL;
    }
    return none_or_null(BtDict_Merge(or_null(dict), or_null(other), override));
}

static BtObject *update(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    UNPACK_PAIR(dict, other);
    return none_or_null(BtDict_Update(dict, other));
}

static BtObject *merge_pairs(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *dict, *pairs;
    int override;
    if (!BtArg_ParseTuple(args, "OOp", &dict, &pairs, &override)) {
        return NULL;
    }
    return none_or_null(BtDict_MergeFromSeq2(or_null(dict), or_null(pairs), override));
}

// The items by BtDict_Next, as a flat list; values are replaced by None on the way.
static BtObject *walk(BtObject *Bt_UNUSED(self), BtObject *dict) BT_ATTACHED
{
    BtObject *list = BtList_New(0), *key, *value;
    Bt_ssize_t position = 0;
    while (list != NULL && BtDict_Next(dict, &position, &key, &value)) {
        if (BtList_Append(list, key) < 0 || BtList_Append(list, value) < 0 || BtDict_SetItem(dict, key, Bt_None) < 0) {
            Bt_CLEAR(list);
        }
    }
    return list;
}

static BtObject *keys(BtObject *Bt_UNUSED(self), BtObject *dict) BT_ATTACHED { return BtDict_Keys(or_null(dict)); }
static BtObject *values(BtObject *Bt_UNUSED(self), BtObject *dict) BT_ATTACHED { return BtDict_Values(or_null(dict)); }
static BtObject *items(BtObject *Bt_UNUSED(self), BtObject *dict) BT_ATTACHED { return BtDict_Items(or_null(dict)); }
static BtObject *copy(BtObject *Bt_UNUSED(self), BtObject *dict) BT_ATTACHED { return BtDict_Copy(or_null(dict)); }
static BtObject *proxy(BtObject *Bt_UNUSED(self), BtObject *mapping) BT_ATTACHED
{
    return BtDictProxy_New(or_null(mapping));
}

static BtObject *check(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    return BtLong_FromLong(BtDict_Check(object) * 2 + BtDict_CheckExact(object));
}

static BtMethodDef methods[] = {
    {"make", make, BT_METH_NOARGS, NULL},
    {"size", size, BT_METH_O, NULL},
    {"clear", clear, BT_METH_O, NULL},
    {"get_ref", get_ref, BT_METH_VARARGS, NULL},
    {"get_string_ref", get_string_ref, BT_METH_VARARGS, NULL},
    {"get_with_error", get_with_error, BT_METH_VARARGS, NULL},
    {"get", get, BT_METH_VARARGS, NULL},
    {"get_string", get_string, BT_METH_VARARGS, NULL},
    {"contains", contains, BT_METH_VARARGS, NULL},
    {"contains_string", contains_string, BT_METH_VARARGS, NULL},
    {"set", set, BT_METH_VARARGS, NULL},
    {"set_string", set_string, BT_METH_VARARGS, NULL},
    {"delete", delete, BT_METH_VARARGS, NULL},
    {"delete_string", delete_string, BT_METH_VARARGS, NULL},
    {"set_default", set_default, BT_METH_VARARGS, NULL},
    {"set_default_ref", set_default_ref, BT_METH_VARARGS, NULL},
    {"pop", pop, BT_METH_VARARGS, NULL},
    {"pop_string", pop_string, BT_METH_VARARGS, NULL},
    {"pop_silently", pop_silently, BT_METH_VARARGS, NULL},
    {"merge", merge, BT_METH_VARARGS, NULL},
    {"update", update, BT_METH_VARARGS, NULL},
    {"merge_pairs", merge_pairs, BT_METH_VARARGS, NULL},
    {"walk", walk, BT_METH_O, NULL},
    {"keys", keys, BT_METH_O, NULL},
    {"values", values, BT_METH_O, NULL},
    {"items", items, BT_METH_O, NULL},
    {"copy", copy, BT_METH_O, NULL},
    {"proxy", proxy, BT_METH_O, NULL},
    {"check", check, BT_METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = "dict_test", .m_methods = methods};

BtMODINIT_FUNC BtInit_dict_test(void)
{
    return BtModuleDef_Init(&module);
}
