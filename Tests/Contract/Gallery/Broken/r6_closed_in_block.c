// gallery: R6
// title: an object closed by another thread while its memory is read in a block
// strict:  -
// relaxed: -
// gcc:     -
// run:     R6 @free
// mend: count who reads, and have close refuse or wait while anybody does
// script: import NAME, threading; box = NAME.Box(); reader = threading.Thread(target=box.read); reader.start(); box.close(); reader.join()
#include <baton.h>
#include <semaphore.h>
#include <stdlib.h>

typedef struct Box {
    BtObject_HEAD
    char *memory BT_GUARDED;
} Box;

// The two threads meet, so that the order is the same each time.
static sem_t is_reading, is_closed;

static BT_METHOD(Box_read, NOARGS);
static BT_METHOD(Box_close, NOARGS);
static BtObject *Box_new(BtTypeObject *type, BtObject *args, BtObject *kwargs) BT_ATTACHED;
static void Box_dealloc(BtObject *self) BT_ATTACHED;
static int execute(BtObject *module) BT_ATTACHED;

static BtObject *Box_new(BtTypeObject *type, BtObject *Bt_UNUSED(args), BtObject *Bt_UNUSED(kwargs))
{
    Box *self = (Box *)type->tp_alloc(type, 0);
    if (self == NULL) {
        return NULL;
    }
    self->memory = calloc(1, 4096);
    return (BtObject *)self;
}

static void Box_dealloc(BtObject *self)
{
    BtTypeObject *type = Bt_TYPE(self);
    free(((Box *)self)->memory);
    type->tp_free(self);
    Bt_DECREF(type);
}

static BtObject *Box_read(BtObject *self, BtObject *Bt_UNUSED(argument))
{
    char *memory = ((Box *)self)->memory;
    int is_there = memory != NULL;
    Bt_BEGIN_ALLOW_THREADS
    sem_post(&is_reading);
    sem_wait(&is_closed);
    // Here memory would be read.
    Bt_END_ALLOW_THREADS
    return BtBool_FromLong(is_there);
}

static BtObject *Box_close(BtObject *self, BtObject *Bt_UNUSED(argument))
{
    Bt_BEGIN_ALLOW_THREADS
    sem_wait(&is_reading);
    Bt_END_ALLOW_THREADS
    free(((Box *)self)->memory);  // @free
    ((Box *)self)->memory = NULL;
    sem_post(&is_closed);
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    BT_METHOD_ENTRY_AS("read", Box_read, 0, NULL),
    BT_METHOD_ENTRY_AS("close", Box_close, 0, NULL),
    BT_METHOD_END,
};
static BtType_Slot slots[] = {
    {Bt_tp_new, (void *)Box_new}, {Bt_tp_dealloc, (void *)Box_dealloc}, {Bt_tp_methods, methods}, {0, NULL}};
static BtType_Spec spec = {"r6_closed_in_block.Box", sizeof(Box), 0, BT_TPFLAGS_DEFAULT, slots};

static int execute(BtObject *module)
{
    sem_init(&is_reading, 0, 0);
    sem_init(&is_closed, 0, 0);
    return BtModule_Add(module, "Box", BtType_FromSpec(&spec));
}

static BtModuleDef_Slot module_slots[] = {{Bt_mod_exec, (void *)execute}, {0, NULL}};
static BtModuleDef definition = {
    BtModuleDef_HEAD_INIT, "r6_closed_in_block", NULL, 0, NULL, module_slots, NULL, NULL, NULL};
BtMODINIT_FUNC BtInit_r6_closed_in_block(void) { return BtModuleDef_Init(&definition); }
