// The protocols of sequences, mappings and iterators, and slices, wrapped one to one for their tests. An Ellipsis stands
// for NULL.
#include <baton.h>

static BtObject *or_null(BtObject *object) BT_ATTACHED
{
    return object == Bt_Ellipsis ? NULL : object;
}

static BtObject *number(Bt_ssize_t value) BT_ATTACHED
{
    return value == -1 && BtErr_Occurred() ? NULL : BtLong_FromSsize_t(value);
}

#define OF_ONE(name, expression)                                            \
    static BtObject *name(BtObject *Bt_UNUSED(self), BtObject *argument) BT_ATTACHED \
    {                                                                       \
        BtObject *x = or_null(argument);                                    \
        return expression;                                                  \
    }

#define OF_TWO(name, expression)                                            \
    static BtObject *name(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED \
    {                                                                       \
        BtObject *x, *y;                                                    \
        if (!BtArg_ParseTuple(args, "OO", &x, &y)) {                        \
            return NULL;                                                    \
        }                                                                   \
        x = or_null(x);                                                     \
        y = or_null(y);                                                     \
        return expression;                                                  \
    }

#define OF_INDEX(name, expression)                                          \
    static BtObject *name(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED \
    {                                                                       \
        BtObject *x;                                                        \
        Bt_ssize_t i;                                                       \
        if (!BtArg_ParseTuple(args, "On", &x, &i)) {                        \
            return NULL;                                                    \
        }                                                                   \
        x = or_null(x);                                                     \
        return expression;                                                  \
    }

#define OF_SLICE(name, expression)                                          \
    static BtObject *name(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED \
    {                                                                       \
        BtObject *x, *y = NULL;                                             \
        Bt_ssize_t i, j;                                                    \
        if (!BtArg_ParseTuple(args, "Onn|O", &x, &i, &j, &y)) {             \
            return NULL;                                                    \
        }                                                                   \
        x = or_null(x);                                                     \
        return expression;                                                  \
    }

OF_ONE(seq_check, number(BtSequence_Check(x)))
OF_ONE(seq_size, number(BtSequence_Size(x)))
OF_TWO(seq_concat, BtSequence_Concat(x, y))
OF_TWO(seq_inplace_concat, BtSequence_InPlaceConcat(x, y))
OF_INDEX(seq_repeat, BtSequence_Repeat(x, i))
OF_INDEX(seq_inplace_repeat, BtSequence_InPlaceRepeat(x, i))
OF_INDEX(seq_get, BtSequence_GetItem(x, i))
OF_INDEX(seq_del, number(BtSequence_DelItem(x, i)))
OF_SLICE(seq_get_slice, BtSequence_GetSlice(x, i, j))
OF_SLICE(seq_set_slice, number(BtSequence_SetSlice(x, i, j, y)))
OF_SLICE(seq_del_slice, number(BtSequence_DelSlice(x, i, j)))
OF_TWO(seq_count, number(BtSequence_Count(x, y)))
OF_TWO(seq_contains, number(BtSequence_Contains(x, y)))
OF_TWO(seq_index, number(BtSequence_Index(x, y)))
OF_ONE(seq_list, BtSequence_List(x))
OF_ONE(seq_tuple, BtSequence_Tuple(x))
OF_ONE(map_check, number(BtMapping_Check(x)))
OF_ONE(map_size, number(BtMapping_Size(x)))
OF_ONE(map_keys, BtMapping_Keys(x))
OF_ONE(map_values, BtMapping_Values(x))
OF_ONE(map_items, BtMapping_Items(x))
OF_TWO(map_has, number(BtMapping_HasKey(x, y)))
OF_TWO(map_has_with_error, number(BtMapping_HasKeyWithError(x, y)))
OF_ONE(map_get_string, BtMapping_GetItemString(x, "key"))
OF_ONE(map_has_string, number(BtMapping_HasKeyString(x, "key")))
OF_TWO(map_set_string, number(BtMapping_SetItemString(x, "key", y)))
OF_ONE(map_del_string, number(BtMapping_DelItemString(x, "key")))
OF_ONE(iterate, BtObject_GetIter(x))
OF_ONE(iter_check, number(BtIter_Check(x)))
OF_ONE(seq_iterate, BtSeqIter_New(x))
OF_TWO(call_iterate, BtCallIter_New(x, y))

static BtObject *seq_set(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *sequence, *value;
    Bt_ssize_t index;
    if (!BtArg_ParseTuple(args, "OnO", &sequence, &index, &value)) {
        return NULL;
    }
    return number(BtSequence_SetItem(or_null(sequence), index, value));
}

// The size and the items by the macros.
static BtObject *fast(BtObject *Bt_UNUSED(self), BtObject *iterable) BT_ATTACHED
{
    BtObject *row = BtSequence_Fast(iterable, "wanted: an iterable");
    if (row == NULL) {
        return NULL;
    }
    BtObject *list = BtList_New(0);
    for (Bt_ssize_t i = 0; list != NULL && i < BtSequence_Fast_GET_SIZE(row); i++) {
        BtObject *item = BtSequence_Fast_GET_ITEM(row, i);
        if (item != BtSequence_Fast_ITEMS(row)[i] || BtList_Append(list, item) < 0) {
            Bt_CLEAR(list);
        }
    }
    Bt_DECREF(row);
    return list;
}

static BtObject *optional(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *mapping, *key, *value = Bt_None;
    if (!BtArg_ParseTuple(args, "OO", &mapping, &key)) {
        return NULL;
    }
    int status = BtMapping_GetOptionalItem(mapping, key, &value);
    return status < 0 ? NULL : Bt_BuildValue("(iN)", status, value ? value : Bt_NewRef(Bt_Ellipsis));
}

static BtObject *next(BtObject *Bt_UNUSED(self), BtObject *iterator) BT_ATTACHED
{
    BtObject *item = BtIter_Next(iterator);
    return item != NULL || BtErr_Occurred() ? item : Bt_NewRef(Bt_Ellipsis);
}

static BtObject *next_item(BtObject *Bt_UNUSED(self), BtObject *iterator) BT_ATTACHED
{
    BtObject *item = Bt_None;
    int status = BtIter_NextItem(iterator, &item);
    return status < 0 ? NULL : Bt_BuildValue("(iN)", status, item ? item : Bt_NewRef(Bt_Ellipsis));
}

static BtObject *send(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *iterator, *value, *result = Bt_None;
    if (!BtArg_ParseTuple(args, "OO", &iterator, &value)) {
        return NULL;
    }
    BtSendResult status = BtIter_Send(iterator, value, &result);
    return status == BTGEN_ERROR ? NULL : Bt_BuildValue("(iN)", (int)status, result);
}

static BtObject *make_slice(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *start, *stop, *step;
    if (!BtArg_ParseTuple(args, "OOO", &start, &stop, &step)) {
        return NULL;
    }
    return BtSlice_New(or_null(start), or_null(stop), or_null(step));
}

// (start, stop, step, count) for a sequence of a length, or what BtSlice_Unpack gives for a negative one.
static BtObject *unpack_slice(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *slice;
    Bt_ssize_t length, start, stop, step, count = -1;
    if (!BtArg_ParseTuple(args, "On", &slice, &length)) {
        return NULL;
    }
    if (length < 0 ? BtSlice_Unpack(slice, &start, &stop, &step) < 0
                   : BtSlice_GetIndicesEx(slice, length, &start, &stop, &step, &count) < 0) {
        return NULL;
    }
    return Bt_BuildValue("(nnnn)", start, stop, step, count);
}

static BtMethodDef methods[] = {
    {"seq_check", seq_check, BT_METH_O, NULL},
    {"seq_size", seq_size, BT_METH_O, NULL},
    {"seq_concat", seq_concat, BT_METH_VARARGS, NULL},
    {"seq_inplace_concat", seq_inplace_concat, BT_METH_VARARGS, NULL},
    {"seq_repeat", seq_repeat, BT_METH_VARARGS, NULL},
    {"seq_inplace_repeat", seq_inplace_repeat, BT_METH_VARARGS, NULL},
    {"seq_get", seq_get, BT_METH_VARARGS, NULL},
    {"seq_set", seq_set, BT_METH_VARARGS, NULL},
    {"seq_del", seq_del, BT_METH_VARARGS, NULL},
    {"seq_get_slice", seq_get_slice, BT_METH_VARARGS, NULL},
    {"seq_set_slice", seq_set_slice, BT_METH_VARARGS, NULL},
    {"seq_del_slice", seq_del_slice, BT_METH_VARARGS, NULL},
    {"seq_count", seq_count, BT_METH_VARARGS, NULL},
    {"seq_contains", seq_contains, BT_METH_VARARGS, NULL},
    {"seq_index", seq_index, BT_METH_VARARGS, NULL},
    {"seq_list", seq_list, BT_METH_O, NULL},
    {"seq_tuple", seq_tuple, BT_METH_O, NULL},
    {"fast", fast, BT_METH_O, NULL},
    {"map_check", map_check, BT_METH_O, NULL},
    {"map_size", map_size, BT_METH_O, NULL},
    {"map_keys", map_keys, BT_METH_O, NULL},
    {"map_values", map_values, BT_METH_O, NULL},
    {"map_items", map_items, BT_METH_O, NULL},
    {"map_has", map_has, BT_METH_VARARGS, NULL},
    {"map_has_with_error", map_has_with_error, BT_METH_VARARGS, NULL},
    {"map_get_string", map_get_string, BT_METH_O, NULL},
    {"map_has_string", map_has_string, BT_METH_O, NULL},
    {"map_set_string", map_set_string, BT_METH_VARARGS, NULL},
    {"map_del_string", map_del_string, BT_METH_O, NULL},
    {"optional", optional, BT_METH_VARARGS, NULL},
    {"iterate", iterate, BT_METH_O, NULL},
    {"iter_check", iter_check, BT_METH_O, NULL},
    {"seq_iterate", seq_iterate, BT_METH_O, NULL},
    {"call_iterate", call_iterate, BT_METH_VARARGS, NULL},
    {"next", next, BT_METH_O, NULL},
    {"next_item", next_item, BT_METH_O, NULL},
    {"send", send, BT_METH_VARARGS, NULL},
    {"make_slice", make_slice, BT_METH_VARARGS, NULL},
    {"unpack_slice", unpack_slice, BT_METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = "sequence_test", .m_methods = methods};

BtMODINIT_FUNC BtInit_sequence_test(void)
{
    return BtModuleDef_Init(&module);
}
