// One function for each breach that is seen at run time in a binary that knows nothing of checks. A comment `@name` at the
// end of a line names it for the tests. None of them compiles without a word under clang's analysis; this file is for
// code that was compiled without it.
#include <baton.h>
#include <pthread.h>

#define FUNCTION(name) static BtObject *name(BtObject *module, BtObject *argument)
#define UNUSED (void)module, (void)argument

FUNCTION(correct)
{
    (void)module;
    BtObject *list = BtList_New(0);
    if (list == NULL) {
        return NULL;
    }
    Bt_BEGIN_ALLOW_THREADS
    Bt_BLOCK_THREADS
    BtList_Append(list, argument);
    Bt_UNBLOCK_THREADS
    Bt_END_ALLOW_THREADS
    return list;
}

FUNCTION(call_in_block)
{
    UNUSED;
    BtObject *result;
    Bt_BEGIN_ALLOW_THREADS             // @block1
    result = BtLong_FromLong(100000);  // @call1
    Bt_END_ALLOW_THREADS
    return result;
}

FUNCTION(return_from_block)  // @return
{
    UNUSED;
    Bt_BEGIN_ALLOW_THREADS  // @block2
    Bt_RETURN_NONE;
    Bt_END_ALLOW_THREADS
}

FUNCTION(nested)
{
    UNUSED;
    Bt_BEGIN_ALLOW_THREADS  // @outer
    Bt_BEGIN_ALLOW_THREADS  // @inner
    Bt_END_ALLOW_THREADS
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

FUNCTION(restored_twice)
{
    UNUSED;
    BtThreadState *state = BtEval_SaveThread();
    BtEval_RestoreThread(state);  // @first
    BtEval_RestoreThread(state);  // @second
    Bt_RETURN_NONE;
}

FUNCTION(restored_null)
{
    UNUSED;
    BtEval_SaveThread();         // @save
    BtEval_RestoreThread(NULL);  // @null
    Bt_RETURN_NONE;
}

static void *restore(void *state)
{
    BtEval_RestoreThread((BtThreadState *)state);  // @foreign
    return NULL;
}

FUNCTION(restored_elsewhere)
{
    UNUSED;
    pthread_t thread;
    BtThreadState *state = BtEval_SaveThread();
    pthread_create(&thread, NULL, restore, state);
    pthread_join(thread, NULL);
    BtEval_RestoreThread(state);
    Bt_RETURN_NONE;
}

FUNCTION(counted_in_block)
{
    (void)module;
    Bt_BEGIN_ALLOW_THREADS  // @block3
    Bt_INCREF(argument);    // @incref
    Bt_DECREF(argument);    // @decref
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

static void *call_unattached(void *unused)
{
    (void)unused;
    BtErr_Clear();  // @stranger
    return NULL;
}

FUNCTION(stranger)
{
    UNUSED;
    pthread_t thread;
    Bt_BEGIN_ALLOW_THREADS
    pthread_create(&thread, NULL, call_unattached, NULL);
    pthread_join(thread, NULL);
    Bt_END_ALLOW_THREADS
    Bt_RETURN_NONE;
}

FUNCTION(null_without_error)  // @silent
{
    UNUSED;
    return NULL;
}

FUNCTION(error_without_null)  // @loud
{
    UNUSED;
    BtErr_SetString(BtExc_ValueError, "not told");  // @set1
    Bt_RETURN_NONE;
}

FUNCTION(pending)
{
    (void)module;
    BtErr_SetString(BtExc_ValueError, "in the way");  // @set2
    BtObject *text = BtObject_Repr(argument);         // @repr
    Bt_XDECREF(text);
    BtErr_Clear();
    Bt_RETURN_NONE;
}

#define LINE(name) {#name, name, BT_METH_O, NULL}
static BtMethodDef methods[] = {
    LINE(correct), LINE(call_in_block), LINE(return_from_block), LINE(nested), LINE(restored_twice), LINE(restored_null),
    LINE(restored_elsewhere), LINE(counted_in_block), LINE(stranger), LINE(null_without_error), LINE(error_without_null),
    LINE(pending),
    {NULL, NULL, 0, NULL},
};
static BtModuleDef definition = {BtModuleDef_HEAD_INIT, "broken_test", NULL, 0, methods, NULL, NULL, NULL, NULL};
BtMODINIT_FUNC BtInit_broken_test(void) { return BtModuleDef_Init(&definition); }
