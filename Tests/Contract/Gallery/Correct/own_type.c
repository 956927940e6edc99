// gallery: correct
// title: a type whose slots and methods are declared with BT_FUNCTION and BT_METHOD
// script: import NAME; c = NAME.Counter(); c.step(2); c.reset(); repr(c); len(c)
#include "gallery.h"

typedef struct {
    BtObject_HEAD
    long count BT_GUARDED;
} Counter;

static BT_FUNCTION(counter_repr, reprfunc);
static BT_FUNCTION(counter_length, lenfunc);
static BT_FUNCTION(counter_dealloc, destructor);
static BT_METHOD(step, O);
static BT_METHOD(reset, NOARGS);

static BtObject *counter_repr(BtObject *self)
{
    return BtUnicode_FromFormat("<Counter at %ld>", ((Counter *)self)->count);
}

static Bt_ssize_t counter_length(BtObject *self)
{
    return ((Counter *)self)->count;
}

static void counter_dealloc(BtObject *self)
{
    BtTypeObject *type = Bt_TYPE(self);
    type->tp_free(self);
    Bt_DECREF(type);
}

static BtObject *step(BtObject *self, BtObject *argument)
{
    long by = BtLong_AsLong(argument);
    if (by == -1 && BtErr_Occurred()) {
        return NULL;
    }
    ((Counter *)self)->count += by;
    Bt_RETURN_NONE;
}

static BtObject *reset(BtObject *self, BtObject *Bt_UNUSED(args))
{
    long before = ((Counter *)self)->count;
    Bt_BEGIN_ALLOW_THREADS
    before *= 2;
    Bt_END_ALLOW_THREADS
    ((Counter *)self)->count = 0;
    return BtLong_FromLong(before);
}

static BtMethodDef counter_methods[] = {
    BT_METHOD_ENTRY(step, "step($self, by, /)\n--\n\nCount."),
    BT_METHOD_ENTRY(reset, NULL),
    BT_METHOD_END,
};

static BtType_Slot slots[] = {
    {Bt_tp_repr, (void *)counter_repr},
    {Bt_sq_length, (void *)counter_length},
    {Bt_tp_dealloc, (void *)counter_dealloc},
    {Bt_tp_methods, counter_methods},
    {0, NULL},
};

static BtType_Spec spec = {"own_type.Counter", sizeof(Counter), 0, BT_TPFLAGS_DEFAULT, slots};

static BT_FUNCTION(own_type_exec, inquiry);

static int own_type_exec(BtObject *module)
{
    BtObject *type = BtType_FromModuleAndSpec(module, &spec, NULL);
    if (type == NULL) {
        return -1;
    }
    int status = BtModule_AddObjectRef(module, "Counter", type);
    Bt_DECREF(type);
    return status;
}

static BtModuleDef_Slot module_slots[] = {{Bt_mod_exec, (void *)own_type_exec}, {0, NULL}};

static BtModuleDef module = {
    BtModuleDef_HEAD_INIT, "own_type", NULL, 0, NULL, module_slots, NULL, NULL, NULL};

BtMODINIT_FUNC BtInit_own_type(void)
{
    return BtModuleDef_Init(&module);
}
