// Breaches that show in what is left over or takes too long, for the checks at run time. A comment `@name` at the end of a
// line names it for the tests.
#include <baton.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define FUNCTION(name) static BtObject *name(BtObject *module, BtObject *argument)
#define UNUSED (void)module, (void)argument

static BtObject *kept;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

/// Keeps what it is given, pins a buffer, counts up and down, locks and unlocks inside a block.
FUNCTION(correct)
{
    (void)module;
    Bt_buffer view;
    if (BtObject_GetBuffer(argument, &view, BtBUF_SIMPLE) < 0) {
        return NULL;
    }
    Bt_XSETREF(kept, Bt_NewRef(argument));
    Bt_BEGIN_ALLOW_THREADS
    pthread_mutex_lock(&mutex);
    usleep(10000);
    pthread_mutex_unlock(&mutex);
    Bt_END_ALLOW_THREADS
    BtBuffer_Release(&view);
    return Bt_BuildValue("(iOO)", 100000, argument, kept);
}

FUNCTION(leak_new)
{
    UNUSED;
    BtObject *list = BtList_New(3);  // @made
    (void)list;
    Bt_RETURN_NONE;
}

FUNCTION(leak_taken)
{
    (void)module;
    Bt_INCREF(argument);  // @taken
    Bt_RETURN_NONE;
}

FUNCTION(leak_buffer)  // @leak_buffer
{
    (void)module;
    Bt_buffer view;
    if (BtObject_GetBuffer(argument, &view, BtBUF_SIMPLE) < 0) {  // @got
        return NULL;
    }
    return BtLong_FromSsize_t(view.len);
}

FUNCTION(compute)  // @compute
{
    UNUSED;
    struct timespec now;
    do {
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    } while (now.tv_sec == 0 && now.tv_nsec < 1);
    long until = now.tv_sec * 1000 + now.tv_nsec / 1000000 + 40;
    do {
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    } while (now.tv_sec * 1000 + now.tv_nsec / 1000000 < until);
    Bt_RETURN_NONE;
}

FUNCTION(wait)  // @wait
{
    UNUSED;
    usleep(40000);
    Bt_RETURN_NONE;
}

FUNCTION(release_for_nothing)
{
    UNUSED;
    for (int i = 0; i < 20000; i++) {
        Bt_BEGIN_ALLOW_THREADS  // @short
        Bt_END_ALLOW_THREADS
    }
    Bt_RETURN_NONE;
}

FUNCTION(hold_mutex)
{
    UNUSED;
    Bt_BEGIN_ALLOW_THREADS
    pthread_mutex_lock(&mutex);  // @locked
    Bt_END_ALLOW_THREADS         // @attach
    pthread_mutex_unlock(&mutex);
    Bt_RETURN_NONE;
}

// An exporter that does not count its buffers.
typedef struct Box {
    BtObject_HEAD
    char *memory;
    Bt_ssize_t size;
} Box;

static int box_get_buffer(BtObject *self, Bt_buffer *view, int flags)
{
    return BtBuffer_FillInfo(view, self, ((Box *)self)->memory, ((Box *)self)->size, 0, flags);
}

static int box_init(BtObject *self, BtObject *args, BtObject *kwargs)
{
    (void)args, (void)kwargs;
    ((Box *)self)->memory = calloc(1, 100);
    ((Box *)self)->size = 100;
    return 0;
}

static void box_dealloc(BtObject *self)
{
    BtTypeObject *type = Bt_TYPE(self);
    free(((Box *)self)->memory);
    type->tp_free(self);
    Bt_DECREF(type);
}

static BtObject *box_grow(BtObject *self, BtObject *argument)  // @grow
{
    (void)argument;
    ((Box *)self)->size = 1000000;
    ((Box *)self)->memory = realloc(((Box *)self)->memory, 1000000);
    Bt_RETURN_NONE;
}

static BtMethodDef box_methods[] = {{"grow", box_grow, BT_METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static BtType_Slot box_slots[] = {
    {Bt_tp_init, (void *)box_init}, {Bt_tp_dealloc, (void *)box_dealloc}, {Bt_bf_getbuffer, (void *)box_get_buffer},
    {Bt_tp_methods, box_methods}, {0, NULL},
};
static BtType_Spec box_spec = {"broken_use_test.Box", sizeof(Box), 0, BT_TPFLAGS_DEFAULT, box_slots};

static int execute(BtObject *module) { return BtModule_Add(module, "Box", BtType_FromSpec(&box_spec)); }

#define LINE(name) {#name, name, BT_METH_O, NULL}
static BtMethodDef methods[] = {
    LINE(correct), LINE(leak_new), LINE(leak_taken), LINE(leak_buffer), LINE(compute), LINE(wait),
    LINE(release_for_nothing), LINE(hold_mutex),
    {NULL, NULL, 0, NULL},
};
static BtModuleDef_Slot slots[] = {{Bt_mod_exec, (void *)execute}, {0, NULL}};
static BtModuleDef definition = {BtModuleDef_HEAD_INIT, "broken_use_test", NULL, 0, methods, slots, NULL, NULL, NULL};
BtMODINIT_FUNC BtInit_broken_use_test(void) { return BtModuleDef_Init(&definition); }
