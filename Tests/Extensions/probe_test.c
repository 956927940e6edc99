// Objects whose hash and comparisons do what a test says, for the tests of containers.
//
// Probe(hash, on_compare): hash() gives `hash`; `==` and `<` give what on_compare(other) gives. Squares(count): nothing
// but sq_item and sq_length. first(row): its first item.
#include <baton.h>

typedef struct {
    BtObject_HEAD
    Bt_hash_t hash BT_GUARDED;
    BtObject *on_compare BT_GUARDED;
} Probe;

static BtObject *probe_new(BtTypeObject *type, BtObject *args, BtObject *Bt_UNUSED(kwargs)) BT_ATTACHED
{
    Bt_ssize_t hash;
    BtObject *on_compare;
    if (!BtArg_ParseTuple(args, "nO", &hash, &on_compare)) {
        return NULL;
    }
    BtObject *self = BtType_GenericAlloc(type, 0);
    if (self != NULL) {
        ((Probe *)self)->hash = hash;
        ((Probe *)self)->on_compare = Bt_NewRef(on_compare);
    }
    return self;
}

static void probe_dealloc(BtObject *self) BT_ATTACHED
{
    BtTypeObject *type = Bt_TYPE(self);
    Bt_CLEAR(((Probe *)self)->on_compare);
    type->tp_free(self);
    Bt_DECREF(type);
}

static Bt_hash_t probe_hash(BtObject *self) BT_ATTACHED
{
    return ((Probe *)self)->hash;
}

static BtObject *probe_compare(BtObject *self, BtObject *other, int Bt_UNUSED(operation)) BT_ATTACHED
{
    return BtObject_CallOneArg(((Probe *)self)->on_compare, other);
}

static BtType_Slot probe_slots[] = {
    {Bt_tp_new, (void *)probe_new},
    {Bt_tp_dealloc, (void *)probe_dealloc},
    {Bt_tp_hash, (void *)probe_hash},
    {Bt_tp_richcompare, (void *)probe_compare},
    {0, NULL},
};

static BtType_Spec probe_spec = {
    .name = "probe_test.Probe", .basicsize = sizeof(Probe), .flags = BT_TPFLAGS_DEFAULT, .slots = probe_slots};

typedef struct {
    BtObject_HEAD
    Bt_ssize_t count BT_GUARDED;
} Squares;

static BtObject *squares_new(BtTypeObject *type, BtObject *args, BtObject *Bt_UNUSED(kwargs)) BT_ATTACHED
{
    Bt_ssize_t count;
    if (!BtArg_ParseTuple(args, "n", &count)) {
        return NULL;
    }
    BtObject *self = BtType_GenericAlloc(type, 0);
    if (self != NULL) {
        ((Squares *)self)->count = count;
    }
    return self;
}

static Bt_ssize_t squares_length(BtObject *self) BT_ATTACHED
{
    return ((Squares *)self)->count;
}

static BtObject *squares_item(BtObject *self, Bt_ssize_t index) BT_ATTACHED
{
    if (index < 0 || index >= ((Squares *)self)->count) {
        BtErr_SetString(BtExc_IndexError, "no such square");
        return NULL;
    }
    return BtLong_FromSsize_t(index * index);
}

static BtType_Slot squares_slots[] = {
    {Bt_tp_new, (void *)squares_new},
    {Bt_sq_length, (void *)squares_length},
    {Bt_sq_item, (void *)squares_item},
    {0, NULL},
};

static BtType_Spec squares_spec = {
    .name = "probe_test.Squares", .basicsize = sizeof(Squares), .flags = BT_TPFLAGS_DEFAULT, .slots = squares_slots};

static BtObject *first(BtObject *Bt_UNUSED(self), BtObject *row) BT_ATTACHED
{
    return BtSequence_GetItem(row, 0);
}

static BtMethodDef methods[] = {
    {"first", first, BT_METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static int add_type(BtObject *module, BtType_Spec *spec) BT_ATTACHED
{
    BtObject *type = BtType_FromModuleAndSpec(module, spec, NULL);
    if (type == NULL) {
        return -1;
    }
    int status = BtModule_AddType(module, (BtTypeObject *)type);
    Bt_DECREF(type);
    return status;
}

static int execute(BtObject *module) BT_ATTACHED
{
    return add_type(module, &probe_spec) < 0 ? -1 : add_type(module, &squares_spec);
}

static BtModuleDef_Slot slots[] = {
    {Bt_mod_exec, (void *)execute},
    {0, NULL},
};

static struct BtModuleDef module = {
    BtModuleDef_HEAD_INIT, .m_name = "probe_test", .m_methods = methods, .m_slots = slots};

BtMODINIT_FUNC BtInit_probe_test(void)
{
    return BtModuleDef_Init(&module);
}
