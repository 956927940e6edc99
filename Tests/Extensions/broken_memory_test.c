// Breaches of reference counting, for the checks at run time. A comment `@name` at the end of a line names it for the tests.
#include <baton.h>

#define FUNCTION(name) static BtObject *name(BtObject *module, BtObject *argument)

FUNCTION(correct)
{
    (void)module;
    BtObject *list = BtList_New(0);
    if (list == NULL || BtList_Append(list, argument) < 0) {
        Bt_XDECREF(list);
        return NULL;
    }
    BtObject *pair = BtTuple_Pack(2, list, argument);
    Bt_DECREF(list);
    return pair;
}

/// Drops what the list owns.
FUNCTION(drop_borrowed)
{
    (void)module;
    BtObject *item = BtList_GetItem(argument, 0);
    Bt_DECREF(item);  // @borrowed
    Bt_RETURN_NONE;
}

FUNCTION(call_with_freed)
{
    (void)module;
    BtObject *list = BtList_New(0);           // @made1
    Bt_DECREF(list);                          // @freed1
    if (BtList_Append(list, argument) < 0) {  // @used1
        return NULL;
    }
    Bt_RETURN_NONE;
}

FUNCTION(drop_twice)
{
    (void)module, (void)argument;
    BtObject *list = BtList_New(0);  // @made2
    Bt_DECREF(list);                 // @freed2
    Bt_DECREF(list);                 // @again2
    Bt_RETURN_NONE;
}

FUNCTION(take_freed)
{
    (void)module, (void)argument;
    BtObject *tuple = BtTuple_New(3);  // @made3
    Bt_DECREF(tuple);                  // @freed3
    Bt_INCREF(tuple);                  // @taken3
    Bt_RETURN_NONE;
}

FUNCTION(write_freed)
{
    (void)module, (void)argument;
    BtObject *bytes = BtBytes_FromStringAndSize("eleven byte", 11);  // @made4
    char *text = BtBytes_AsString(bytes);
    Bt_DECREF(bytes);  // @freed4
    text[3] = '!';
    Bt_RETURN_NONE;
}

#define LINE(name) {#name, name, BT_METH_O, NULL}
static BtMethodDef methods[] = {
    LINE(correct), LINE(drop_borrowed), LINE(call_with_freed), LINE(drop_twice), LINE(take_freed), LINE(write_freed),
    {NULL, NULL, 0, NULL},
};
static BtModuleDef definition = {BtModuleDef_HEAD_INIT, "broken_memory_test", NULL, 0, methods, NULL, NULL, NULL, NULL};
BtMODINIT_FUNC BtInit_broken_memory_test(void) { return BtModuleDef_Init(&definition); }
