// What an extension does that allocates in many places, written with every failure seen to. For MemoryErrorTests.swift and
// LeakTests.swift.
#include <baton.h>

#include <malloc.h>

static BtObject *parse_units(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *parse_text(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *parse_encoded(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *parse_buffers(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *parse_keywords(BtObject *self, BtObject *args, BtObject *kwargs) BT_ATTACHED;
static BtObject *build(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *make_type(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *raise_chain(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *display(BtObject *self, BtObject *exception) BT_ATTACHED;
static BtObject *write_text(BtObject *self, BtObject *object) BT_ATTACHED;
static BtObject *format_text(BtObject *self, BtObject *object) BT_ATTACHED;
static BtObject *view(BtObject *self, BtObject *object) BT_ATTACHED;
static BtObject *capsule(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *import_again(BtObject *self, BtObject *name) BT_ATTACHED;
static BtObject *resize(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *repr_of(BtObject *self, BtObject *object) BT_ATTACHED;
static BtObject *native_bytes(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *reversed_of(BtObject *self, BtObject *object) BT_ATTACHED;

/// parse_units(b, h, i, l, L, n, k, K, d, f, p, c, C): the same numbers.
static BtObject *parse_units(BtObject *BT_UNUSED(self), BtObject *args)
{
    unsigned char b;
    short h;
    int i, p, C;
    long l;
    long long L;
    Bt_ssize_t n;
    unsigned long k;
    unsigned long long K;
    double d;
    float f;
    char c;
    if (!BtArg_ParseTuple(args, "bhilLnkKdfpcC:parse_units", &b, &h, &i, &l, &L, &n, &k, &K, &d, &f, &p, &c, &C)) {
        return NULL;
    }
    return Bt_BuildValue("(bhilLnkKddicC)", b, h, i, l, L, n, k, K, d, (double)f, p, c, C);
}

/// parse_text(s, s#, z, z#, y, y#, U, S, Y, (O)): the same.
static BtObject *parse_text(BtObject *BT_UNUSED(self), BtObject *args)
{
    const char *s, *s_sized, *z, *z_sized, *y, *y_sized;
    Bt_ssize_t s_size, z_size, y_size;
    BtObject *text, *bytes, *array, *inner;
    if (!BtArg_ParseTuple(args, "ss#zz#yy#USY(O):parse_text", &s, &s_sized, &s_size, &z, &z_sized, &z_size, &y, &y_sized,
                          &y_size, &text, &bytes, &array, &inner)) {
        return NULL;
    }
    return Bt_BuildValue("[ss#zz#yy#OOO(O)]", s, s_sized, s_size, z, z_sized, z_size, y, y_sized, y_size, text, bytes, array,
                         inner);
}

/// parse_encoded(es, et#): their bytes.
static BtObject *parse_encoded(BtObject *BT_UNUSED(self), BtObject *args)
{
    char *first = NULL, *second = NULL;
    Bt_ssize_t size = 0;
    if (!BtArg_ParseTuple(args, "eset#:parse_encoded", "utf-8", &first, "latin-1", &second, &size)) {
        return NULL;
    }
    BtObject *result = Bt_BuildValue("yy#", first, second, size);
    BtMem_Free(first);
    BtMem_Free(second);
    return result;
}

/// parse_buffers(s*, y*, w*, z*, *more): how long all are.
static BtObject *parse_buffers(BtObject *BT_UNUSED(self), BtObject *args)
{
    Bt_buffer views[10];
    if (!BtArg_ParseTuple(args, "s*y*w*z*y*y*y*y*y*y*:parse_buffers", &views[0], &views[1], &views[2], &views[3], &views[4],
                          &views[5], &views[6], &views[7], &views[8], &views[9])) {
        return NULL;
    }
    Bt_ssize_t length = 0;
    for (int i = 0; i < 10; i++) {
        length += views[i].len;
        BtBuffer_Release(&views[i]);
    }
    return BtLong_FromSsize_t(length);
}

/// parse_keywords(a, b=0, *, name='none', data=None): all of them.
static BtObject *parse_keywords(BtObject *BT_UNUSED(self), BtObject *args, BtObject *kwargs)
{
    static char *names[] = {"a", "b", "name", "data", NULL};
    BtObject *a, *data = Bt_None;
    int b = 0;
    const char *name = "none";
    if (!BtArg_ParseTupleAndKeywords(args, kwargs, "O|i$sO:parse_keywords", names, &a, &b, &name, &data)) {
        return NULL;
    }
    return Bt_BuildValue("OisO", a, b, name, data);
}

static BtObject *build(BtObject *BT_UNUSED(self), BtObject *args)
{
    return Bt_BuildValue("{s:[iii],s:(dO),s:{s:N},s:s#,i:O}", "numbers", 1, 2, 70000, "pair", 1.5, args, "inner", "key",
                         BtList_New(0), "sized", "\xc3\xa9 text", (Bt_ssize_t)7, 100000, Bt_None);
}

typedef struct {
    BtObject_HEAD
    BtObject *item;
} Holder;

static int holder_init(BtObject *self, BtObject *args, BtObject *BT_UNUSED(kwargs)) BT_ATTACHED
{
    BtObject *item;
    if (!BtArg_ParseTuple(args, "O:Holder", &item)) {
        return -1;
    }
    Bt_XSETREF(((Holder *)self)->item, Bt_NewRef(item));
    return 0;
}

static int holder_traverse(BtObject *self, visitproc visit, void *arg) BT_ATTACHED
{
    Bt_VISIT(Bt_TYPE(self));
    Bt_VISIT(((Holder *)self)->item);
    return 0;
}

static int holder_clear(BtObject *self) BT_ATTACHED
{
    Bt_CLEAR(((Holder *)self)->item);
    return 0;
}

static void holder_dealloc(BtObject *self) BT_ATTACHED
{
    BtTypeObject *type = Bt_TYPE(self);
    BtObject_GC_UnTrack(self);
    holder_clear(self);
    type->tp_free(self);
    Bt_DECREF(type);
}

static BtObject *holder_repr(BtObject *self) BT_ATTACHED
{
    return BtUnicode_FromFormat("Holder(%R)", ((Holder *)self)->item);
}

static BtObject *holder_get(BtObject *self, BtObject *BT_UNUSED(args)) BT_ATTACHED
{
    return Bt_NewRef(((Holder *)self)->item);
}

static BtMethodDef holder_methods[] = {{"get", holder_get, BT_METH_NOARGS, "What it holds."}, {NULL, NULL, 0, NULL}};
static BtMemberDef holder_members[] = {
    {"item", BT_T_OBJECT_EX, offsetof(Holder, item), 0, "what it holds"},
    {NULL, 0, 0, 0, NULL},
};
static BtType_Slot holder_slots[] = {
    {Bt_tp_doc, (void *)"Holds one object."},
    {Bt_tp_init, (void *)holder_init},
    {Bt_tp_new, (void *)BtType_GenericNew},
    {Bt_tp_traverse, (void *)holder_traverse},
    {Bt_tp_clear, (void *)holder_clear},
    {Bt_tp_dealloc, (void *)holder_dealloc},
    {Bt_tp_repr, (void *)holder_repr},
    {Bt_tp_methods, holder_methods},
    {Bt_tp_members, holder_members},
    {0, NULL},
};
static BtType_Spec holder_spec = {
    "memory_test.Holder", sizeof(Holder), 0, BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_HAVE_GC, holder_slots,
};

/// make_type(item): the repr of an object, and what it gives, of a type made for it.
static BtObject *make_type(BtObject *BT_UNUSED(self), BtObject *item)
{
    BtObject *type = BtType_FromSpec(&holder_spec);
    if (type == NULL) {
        return NULL;
    }
    BtObject *object = BtObject_CallOneArg(type, item);
    Bt_DECREF(type);
    if (object == NULL) {
        return NULL;
    }
    BtObject *text = BtObject_Repr(object);
    BtObject *got = text == NULL ? NULL : BtObject_CallMethod(object, "get", NULL);
    Bt_DECREF(object);
    if (got == NULL) {
        Bt_XDECREF(text);
        return NULL;
    }
    return Bt_BuildValue("NN", text, got);
}

/// An exception with a cause, a context, a note and a traceback; not raised.
static BtObject *raise_chain(BtObject *BT_UNUSED(self), BtObject *argument)
{
    BtErr_Format(BtExc_KeyError, "first %R", argument);
    BtObject *cause = BtErr_GetRaisedException();
    BtErr_SetObject(BtExc_ValueError, argument);
    _BtTraceback_Add("inner", "deep.c", 11);
    _BtTraceback_Add("outer", "shallow.c", 22);
    BtObject *exception = BtErr_GetRaisedException();
    if (!BtErr_GivenExceptionMatches(cause, BtExc_KeyError)) {
        Bt_DECREF(exception);
        BtErr_SetRaisedException(cause);
        return NULL;
    }
    if (!BtErr_GivenExceptionMatches(exception, BtExc_ValueError)) {
        Bt_DECREF(cause);
        BtErr_SetRaisedException(exception);
        return NULL;
    }
    BtException_SetContext(exception, Bt_NewRef(cause));
    BtException_SetCause(exception, cause);
    BtObject *done = BtObject_CallMethod(exception, "add_note", "s", "a note");
    if (done == NULL) {
        Bt_DECREF(exception);
        return NULL;
    }
    Bt_DECREF(done);
    return exception;
}

/// Print an exception's report to standard error.
static BtObject *display(BtObject *BT_UNUSED(self), BtObject *exception)
{
    BtErr_DisplayException(exception);
    Bt_RETURN_NONE;
}

static BtObject *write_text(BtObject *BT_UNUSED(self), BtObject *object)
{
    BtUnicodeWriter *writer = BtUnicodeWriter_Create(0);
    if (writer == NULL) {
        return NULL;
    }
    if (BtUnicodeWriter_WriteUTF8(writer, "caf\xc3\xa9 ", -1) < 0 || BtUnicodeWriter_WriteStr(writer, object) < 0
        || BtUnicodeWriter_WriteChar(writer, 0x1F600) < 0 || BtUnicodeWriter_WriteRepr(writer, object) < 0
        || BtUnicodeWriter_Format(writer, "%d %s %R", 7, "seven", object) < 0) {
        BtUnicodeWriter_Discard(writer);
        return NULL;
    }
    return BtUnicodeWriter_Finish(writer);
}

static BtObject *format_text(BtObject *BT_UNUSED(self), BtObject *object)
{
    return BtUnicode_FromFormat("%5d|%-8s|%.3s|%zd|%x|%c|%S|%R|%A|%V|%%", 42, "left", "cut short", (Bt_ssize_t)-3, 255u,
                                0x20AC, object, object, object, NULL, "other");
}

/// The items of a buffer, by a memoryview of it cast to bytes and sliced.
static BtObject *view(BtObject *BT_UNUSED(self), BtObject *object)
{
    BtObject *view = BtMemoryView_FromObject(object);
    if (view == NULL) {
        return NULL;
    }
    BtObject *slice = BtSequence_GetSlice(view, 1, 3);
    Bt_DECREF(view);
    if (slice == NULL) {
        return NULL;
    }
    BtObject *list = BtSequence_List(slice);
    Bt_DECREF(slice);
    return list;
}

static void capsule_freed(BtObject *capsule) BT_ATTACHED
{
    BtMem_Free(BtCapsule_GetPointer(capsule, "memory_test.block"));
}

static BtObject *capsule(BtObject *BT_UNUSED(self), BtObject *BT_UNUSED(args))
{
    void *block = BtMem_Malloc(16);
    if (block == NULL) {
        return BtErr_NoMemory();
    }
    BtObject *capsule = BtCapsule_New(block, "memory_test.block", capsule_freed);
    if (capsule == NULL) {
        BtMem_Free(block);
        return NULL;
    }
    Bt_DECREF(capsule);
    Bt_RETURN_NONE;
}

/// Forget a module and import it again: its name.
static BtObject *import_again(BtObject *BT_UNUSED(self), BtObject *name)
{
    BtObject *modules = BtImport_GetModuleDict();
    if (BtDict_Pop(modules, name, NULL) < 0) {
        return NULL;
    }
    BtObject *module = BtImport_Import(name);
    if (module == NULL) {
        return NULL;
    }
    BtObject *found = BtModule_GetNameObject(module);
    Bt_DECREF(module);
    return found;
}

/// Bytes and a tuple that grow and shrink.
static BtObject *resize(BtObject *BT_UNUSED(self), BtObject *BT_UNUSED(args))
{
    BtObject *bytes = BtBytes_FromStringAndSize("0123456789", 10);
    if (bytes == NULL || _BtBytes_Resize(&bytes, 1000) < 0 || _BtBytes_Resize(&bytes, 3) < 0) {
        return NULL;
    }
    BtObject *tuple = BtTuple_New(2);
    if (tuple == NULL || _BtTuple_Resize(&tuple, 100) < 0 || _BtTuple_Resize(&tuple, 1) < 0) {
        Bt_DECREF(bytes);
        return NULL;
    }
    BtTuple_SET_ITEM(tuple, 0, bytes);
    return tuple;
}

static BtObject *repr_of(BtObject *BT_UNUSED(self), BtObject *object) { return BtObject_Repr(object); }

static BtObject *reversed_of(BtObject *BT_UNUSED(self), BtObject *object)
{
    return BtObject_CallMethod(object, "__reversed__", NULL);
}

/// How much memory of the C library is in use; 0 under a sanitizer.
static BtObject *native_bytes(BtObject *BT_UNUSED(self), BtObject *BT_UNUSED(args))
{
    return BtLong_FromSize_t(mallinfo2().uordblks);
}

static BtMethodDef methods[] = {
    {"native_bytes", native_bytes, BT_METH_NOARGS, NULL},
    {"repr_of", repr_of, BT_METH_O, NULL},
    {"reversed_of", reversed_of, BT_METH_O, NULL},
    {"parse_units", parse_units, BT_METH_VARARGS, NULL},
    {"parse_text", parse_text, BT_METH_VARARGS, NULL},
    {"parse_encoded", parse_encoded, BT_METH_VARARGS, NULL},
    {"parse_buffers", parse_buffers, BT_METH_VARARGS, NULL},
    {"parse_keywords", _BtCFunction_CAST(parse_keywords), BT_METH_VARARGS | BT_METH_KEYWORDS, NULL},
    {"build", build, BT_METH_VARARGS, NULL},
    {"make_type", make_type, BT_METH_O, NULL},
    {"raise_chain", raise_chain, BT_METH_O, NULL},
    {"display", display, BT_METH_O, NULL},
    {"write_text", write_text, BT_METH_O, NULL},
    {"format_text", format_text, BT_METH_O, NULL},
    {"view", view, BT_METH_O, NULL},
    {"capsule", capsule, BT_METH_NOARGS, NULL},
    {"import_again", import_again, BT_METH_O, NULL},
    {"resize", resize, BT_METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = "memory_test", .m_size = 0, .m_methods = methods};

BtMODINIT_FUNC BtInit_memory_test(void) { return BtModuleDef_Init(&module); }
