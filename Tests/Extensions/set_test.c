// The API of sets, wrapped one to one for SetTests.swift. An Ellipsis stands for NULL.
#include <baton.h>

static BtObject *or_null(BtObject *object) BT_ATTACHED
{
    return object == Bt_Ellipsis ? NULL : object;
}

static BtObject *number(Bt_ssize_t status) BT_ATTACHED
{
    return status < 0 ? NULL : BtLong_FromSsize_t(status);
}

static BtObject *make(BtObject *Bt_UNUSED(self), BtObject *items) BT_ATTACHED { return BtSet_New(or_null(items)); }
static BtObject *make_frozen(BtObject *Bt_UNUSED(self), BtObject *items) BT_ATTACHED
{
    return BtFrozenSet_New(or_null(items));
}
static BtObject *size(BtObject *Bt_UNUSED(self), BtObject *set) BT_ATTACHED { return number(BtSet_Size(or_null(set))); }
static BtObject *pop(BtObject *Bt_UNUSED(self), BtObject *set) BT_ATTACHED { return BtSet_Pop(or_null(set)); }
static BtObject *clear(BtObject *Bt_UNUSED(self), BtObject *set) BT_ATTACHED
{
    return number(BtSet_Clear(or_null(set)));
}

static BtObject *contains(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *set, *item;
    if (!BtArg_ParseTuple(args, "OO", &set, &item)) {
        return NULL;
    }
    return number(BtSet_Contains(or_null(set), item));
}

static BtObject *add(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *set, *item;
    if (!BtArg_ParseTuple(args, "OO", &set, &item)) {
        return NULL;
    }
    return number(BtSet_Add(or_null(set), item));
}

static BtObject *discard(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *set, *item;
    if (!BtArg_ParseTuple(args, "OO", &set, &item)) {
        return NULL;
    }
    return number(BtSet_Discard(or_null(set), item));
}

// A frozenset that only this function knows, filled.
static BtObject *fill_frozen(BtObject *Bt_UNUSED(self), BtObject *item) BT_ATTACHED
{
    BtObject *set = BtFrozenSet_New(NULL);
    if (set != NULL && BtSet_Add(set, item) < 0) {
        Bt_CLEAR(set);
    }
    return set;
}

static BtObject *walk(BtObject *Bt_UNUSED(self), BtObject *set) BT_ATTACHED
{
    BtObject *list = BtList_New(0), *item;
    Bt_ssize_t position = 0;
    Bt_hash_t hash;
    while (list != NULL && _BtSet_NextEntry(set, &position, &item, &hash) > 0) {
        if (hash != BtObject_Hash(item) || BtList_Append(list, item) < 0) {
            Bt_CLEAR(list);
        }
    }
    return list;
}

static BtObject *check(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    return Bt_BuildValue("(iiiii)", BtSet_Check(object), BtSet_CheckExact(object), BtFrozenSet_Check(object),
        BtFrozenSet_CheckExact(object), BtAnySet_Check(object));
}

static BtMethodDef methods[] = {
    {"make", make, BT_METH_O, NULL},
    {"make_frozen", make_frozen, BT_METH_O, NULL},
    {"size", size, BT_METH_O, NULL},
    {"pop", pop, BT_METH_O, NULL},
    {"clear", clear, BT_METH_O, NULL},
    {"contains", contains, BT_METH_VARARGS, NULL},
    {"add", add, BT_METH_VARARGS, NULL},
    {"discard", discard, BT_METH_VARARGS, NULL},
    {"fill_frozen", fill_frozen, BT_METH_O, NULL},
    {"walk", walk, BT_METH_O, NULL},
    {"check", check, BT_METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = "set_test", .m_methods = methods};

BtMODINIT_FUNC BtInit_set_test(void)
{
    return BtModuleDef_Init(&module);
}
