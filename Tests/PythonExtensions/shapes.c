// An extension for CPython as many are written: single-phase init, static types with positional initialisers, old macros. It is
// compiled unmodified with CPython's Python.h and with Baton's, and shapes.py prints the same under both.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>
#include <pythread.h>

static PyObject *ShapeError;

// --- A static type, positional: a vector of doubles with the buffer protocol, numbers, sequence, mapping.

typedef struct {
    PyObject_HEAD
    Py_ssize_t count;
    double *items;
    int exports;
    PyObject *label;
    PyThread_type_lock lock;
} VectorObject;

static PyTypeObject Vector_Type;
#define Vector_Check(op) PyObject_TypeCheck(op, &Vector_Type)

static PyObject *vector_new(PyTypeObject *type, PyObject *args, PyObject *kwds)
{
    static char *kwlist[] = {"items", "label", NULL};
    PyObject *items, *label = Py_None, *fast;
    VectorObject *self;
    Py_ssize_t i, n;

    if (!PyArg_ParseTupleAndKeywords(args, kwds, "O|O:Vector", kwlist, &items, &label))
        return NULL;
    fast = PySequence_Fast(items, "items must be a sequence");
    if (fast == NULL)
        return NULL;
    n = PySequence_Fast_GET_SIZE(fast);
    self = (VectorObject *)type->tp_alloc(type, 0);
    if (self == NULL) {
        Py_DECREF(fast);
        return NULL;
    }
    self->items = PyMem_New(double, n ? n : 1);
    self->lock = PyThread_allocate_lock();
    if (self->items == NULL || self->lock == NULL) {
        Py_DECREF(fast);
        Py_DECREF(self);
        return PyErr_NoMemory();
    }
    for (i = 0; i < n; i++) {
        self->items[i] = PyFloat_AsDouble(PySequence_Fast_GET_ITEM(fast, i));
        if (self->items[i] == -1.0 && PyErr_Occurred()) {
            Py_DECREF(fast);
            Py_DECREF(self);
            return NULL;
        }
    }
    Py_DECREF(fast);
    self->count = n;
    Py_INCREF(label);
    self->label = label;
    return (PyObject *)self;
}

static int vector_traverse(VectorObject *self, visitproc visit, void *arg)
{
    Py_VISIT(self->label);
    return 0;
}

static int vector_clear(VectorObject *self)
{
    Py_CLEAR(self->label);
    return 0;
}

static void vector_dealloc(VectorObject *self)
{
    PyObject_GC_UnTrack(self);
    vector_clear(self);
    PyMem_Free(self->items);
    if (self->lock)
        PyThread_free_lock(self->lock);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *vector_repr(VectorObject *self)
{
    return PyUnicode_FromFormat("Vector(%zd items, %R)", self->count, self->label);
}

static Py_ssize_t vector_length(VectorObject *self) { return self->count; }

static PyObject *vector_item(VectorObject *self, Py_ssize_t i)
{
    if (i < 0 || i >= self->count) {
        PyErr_SetString(PyExc_IndexError, "vector index out of range");
        return NULL;
    }
    return PyFloat_FromDouble(self->items[i]);
}

static PyObject *vector_subscript(VectorObject *self, PyObject *key)
{
    if (PyIndex_Check(key)) {
        Py_ssize_t i = PyNumber_AsSsize_t(key, PyExc_IndexError);
        if (i == -1 && PyErr_Occurred())
            return NULL;
        if (i < 0)
            i += self->count;
        return vector_item(self, i);
    }
    if (PySlice_Check(key)) {
        Py_ssize_t start, stop, step, length, k;
        PyObject *list;
        if (PySlice_Unpack(key, &start, &stop, &step) < 0)
            return NULL;
        length = PySlice_AdjustIndices(self->count, &start, &stop, step);
        list = PyList_New(length);
        for (k = 0; list && k < length; k++)
            PyList_SET_ITEM(list, k, PyFloat_FromDouble(self->items[start + k * step]));
        return list;
    }
    PyErr_Format(PyExc_TypeError, "vector indices must be integers or slices, not %.200s", Py_TYPE(key)->tp_name);
    return NULL;
}

static PyObject *vector_add(PyObject *left, PyObject *right)
{
    VectorObject *a, *b;
    PyObject *list, *result;
    Py_ssize_t i;
    if (!Vector_Check(left) || !Vector_Check(right))
        Py_RETURN_NOTIMPLEMENTED;
    a = (VectorObject *)left;
    b = (VectorObject *)right;
    if (a->count != b->count) {
        PyErr_Format(ShapeError, "lengths differ: %zd and %zd", a->count, b->count);
        return NULL;
    }
    list = PyList_New(a->count);
    if (!list)
        return NULL;
    for (i = 0; i < a->count; i++)
        PyList_SET_ITEM(list, i, PyFloat_FromDouble(a->items[i] + b->items[i]));
    result = PyObject_CallFunctionObjArgs((PyObject *)Py_TYPE(left), list, NULL);
    Py_DECREF(list);
    return result;
}

static int vector_bool(VectorObject *self) { return self->count != 0; }

static int vector_getbuffer(VectorObject *self, Py_buffer *view, int flags)
{
    if (PyBuffer_FillInfo(view, (PyObject *)self, self->items, self->count * (Py_ssize_t)sizeof(double), 0, flags) < 0)
        return -1;
    self->exports++;
    return 0;
}

static void vector_releasebuffer(VectorObject *self, Py_buffer *Py_UNUSED(view)) { self->exports--; }

static PyObject *vector_richcompare(PyObject *left, PyObject *right, int op)
{
    VectorObject *a = (VectorObject *)left, *b = (VectorObject *)right;
    if (!Vector_Check(right))
        Py_RETURN_NOTIMPLEMENTED;
    Py_RETURN_RICHCOMPARE(a->count, b->count, op);
}

// Detached the old way: `_save` declared by hand, the inner pair of macros alone.
static PyObject *vector_sum(VectorObject *self, PyObject *Py_UNUSED(ignored))
{
    double sum = 0;
    Py_ssize_t i;
    PyThreadState *_save;
    Py_UNBLOCK_THREADS
    PyThread_acquire_lock(self->lock, WAIT_LOCK);
    for (i = 0; i < self->count; i++)
        sum += self->items[i];
    PyThread_release_lock(self->lock);
    Py_BLOCK_THREADS
    return Py_BuildValue("d", sum);
}

static PyObject *vector_scale(VectorObject *self, PyObject *args)
{
    double factor;
    Py_ssize_t i;
    if (!PyArg_ParseTuple(args, "d:scale", &factor))
        return NULL;
    if (self->exports > 0) {
        PyErr_SetString(PyExc_BufferError, "Existing exports of data: object cannot be changed");
        return NULL;
    }
    Py_BEGIN_ALLOW_THREADS
    for (i = 0; i < self->count; i++)
        self->items[i] *= factor;
    Py_END_ALLOW_THREADS
    Py_INCREF(self);
    return (PyObject *)self;
}

static PyObject *vector_get_exports(VectorObject *self, void *closure)
{
    return PyLong_FromLong(self->exports + (closure ? 100 : 0));
}

static int vector_set_exports(VectorObject *Py_UNUSED(self), PyObject *value, void *Py_UNUSED(closure))
{
    PyErr_SetString(PyExc_AttributeError, value ? "exports cannot be set" : "exports cannot be deleted");
    return -1;
}

static PyMethodDef vector_methods[] = {
    {"sum", (PyCFunction)vector_sum, METH_NOARGS, PyDoc_STR("sum() -> float")},
    {"scale", (PyCFunction)vector_scale, METH_VARARGS, PyDoc_STR("scale(factor) -> self")},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef vector_members[] = {
    {"count", T_PYSSIZET, offsetof(VectorObject, count), READONLY, "how many"},
    {"label", T_OBJECT_EX, offsetof(VectorObject, label), 0, "any object"},
    {NULL, 0, 0, 0, NULL},
};

static PyGetSetDef vector_getset[] = {
    {"exports", (getter)vector_get_exports, (setter)vector_set_exports, "how many buffers", NULL},
    {"exports100", (getter)vector_get_exports, NULL, NULL, (void *)1},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyNumberMethods vector_as_number = {
    .nb_add = vector_add,
    .nb_bool = (inquiry)vector_bool,
};

static PySequenceMethods vector_as_sequence = {
    (lenfunc)vector_length,    /* sq_length */
    0,                         /* sq_concat */
    0,                         /* sq_repeat */
    (ssizeargfunc)vector_item, /* sq_item */
};

static PyMappingMethods vector_as_mapping = {
    (lenfunc)vector_length,
    (binaryfunc)vector_subscript,
    NULL,
};

static PyBufferProcs vector_as_buffer = {
    (getbufferproc)vector_getbuffer,
    (releasebufferproc)vector_releasebuffer,
};

static PyTypeObject Vector_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    "shapes.Vector",                  /* tp_name */
    sizeof(VectorObject),             /* tp_basicsize */
    0,                                /* tp_itemsize */
    (destructor)vector_dealloc,       /* tp_dealloc */
    0,                                /* tp_vectorcall_offset */
    0,                                /* tp_getattr */
    0,                                /* tp_setattr */
    0,                                /* tp_as_async */
    (reprfunc)vector_repr,            /* tp_repr */
    &vector_as_number,                /* tp_as_number */
    &vector_as_sequence,              /* tp_as_sequence */
    &vector_as_mapping,               /* tp_as_mapping */
    PyObject_HashNotImplemented,      /* tp_hash */
    0,                                /* tp_call */
    0,                                /* tp_str */
    PyObject_GenericGetAttr,          /* tp_getattro */
    PyObject_GenericSetAttr,          /* tp_setattro */
    &vector_as_buffer,                /* tp_as_buffer */
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC, /* tp_flags */
    PyDoc_STR("Vector(items, label=None)\n--\n\nA vector of doubles."), /* tp_doc */
    (traverseproc)vector_traverse,    /* tp_traverse */
    (inquiry)vector_clear,            /* tp_clear */
    vector_richcompare,               /* tp_richcompare */
    0,                                /* tp_weaklistoffset */
    0,                                /* tp_iter */
    0,                                /* tp_iternext */
    vector_methods,                   /* tp_methods */
    vector_members,                   /* tp_members */
    vector_getset,                    /* tp_getset */
    0,                                /* tp_base */
    0,                                /* tp_dict */
    0,                                /* tp_descr_get */
    0,                                /* tp_descr_set */
    0,                                /* tp_dictoffset */
    0,                                /* tp_init */
    0,                                /* tp_alloc */
    vector_new,                       /* tp_new */
};

// --- A second static type, by designated initialisers: an iterator.

typedef struct {
    PyObject_HEAD
    long left;
} CountdownObject;

static PyObject *countdown_next(CountdownObject *self)
{
    return self->left > 0 ? PyLong_FromLong(self->left--) : NULL;
}

static PyTypeObject Countdown_Type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "shapes.Countdown",
    .tp_basicsize = sizeof(CountdownObject),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_iter = PyObject_SelfIter,
    .tp_iternext = (iternextfunc)countdown_next,
};

static PyObject *countdown(PyObject *Py_UNUSED(module), PyObject *arg)
{
    CountdownObject *self;
    long from = PyLong_AsLong(arg);
    if (from == -1 && PyErr_Occurred())
        return NULL;
    self = PyObject_New(CountdownObject, &Countdown_Type);
    if (self != NULL)
        self->left = from;
    return (PyObject *)self;
}

// --- Text: kinds, data, reading and writing characters.

static PyObject *text_facts(PyObject *Py_UNUSED(module), PyObject *text)
{
    Py_ssize_t i, length;
    unsigned long sum = 0;
    if (!PyUnicode_Check(text)) {
        PyErr_SetString(PyExc_TypeError, "text must be str");
        return NULL;
    }
    if (PyUnicode_READY(text) < 0)
        return NULL;
    length = PyUnicode_GET_LENGTH(text);
    for (i = 0; i < length; i++)
        sum += PyUnicode_READ(PyUnicode_KIND(text), PyUnicode_DATA(text), i);
    return Py_BuildValue("(inkO)", (int)PyUnicode_KIND(text), length, sum, PyUnicode_IS_ASCII(text) ? Py_True : Py_False);
}

static PyObject *reversed_text(PyObject *Py_UNUSED(module), PyObject *text)
{
    Py_ssize_t i, length = PyUnicode_GET_LENGTH(text);
    PyObject *result = PyUnicode_New(length, PyUnicode_MAX_CHAR_VALUE(text));
    if (result == NULL)
        return NULL;
    for (i = 0; i < length; i++)
        PyUnicode_WRITE(PyUnicode_KIND(result), PyUnicode_DATA(result), i, PyUnicode_READ_CHAR(text, length - 1 - i));
    return result;
}

// --- Functions: fastcall, dicts, errors with a cause, running text.

static PyObject *tally(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t nargs)
{
    Py_ssize_t i, pos = 0;
    PyObject *dict = PyDict_New(), *key, *value;
    long total = 0;
    if (dict == NULL)
        return NULL;
    for (i = 0; i < nargs; i++) {
        PyObject *old = PyDict_GetItemWithError(dict, args[i]);
        PyObject *count = PyLong_FromLong(old ? PyLong_AsLong(old) + 1 : 1);
        if (PyErr_Occurred() || PyDict_SetItem(dict, args[i], count) < 0) {
            Py_XDECREF(count);
            Py_DECREF(dict);
            return NULL;
        }
        Py_DECREF(count);
    }
    while (PyDict_Next(dict, &pos, &key, &value))
        total += PyLong_AsLong(value);
    return Py_BuildValue("{s:N,s:l}", "counts", dict, "total", total);
}

static PyObject *evaluate(PyObject *Py_UNUSED(module), PyObject *args)
{
    const char *source;
    PyObject *globals, *result;
    if (!PyArg_ParseTuple(args, "s", &source))
        return NULL;
    globals = PyDict_New();
    if (globals == NULL)
        return NULL;
    PyDict_SetItemString(globals, "__builtins__", PyEval_GetBuiltins());
    result = PyRun_String(source, Py_eval_input, globals, globals);
    Py_DECREF(globals);
    return result;
}

static PyObject *where(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(ignored))
{
    PyFrameObject *frame = PyThreadState_GetFrame(PyThreadState_Get());
    PyCodeObject *code;
    PyObject *name, *result;
    if (frame == NULL)
        Py_RETURN_NONE;
    code = PyFrame_GetCode(frame);
    name = PyObject_GetAttrString((PyObject *)code, "co_name");
    result = Py_BuildValue("(Ni)", name, PyFrame_GetLineNumber(frame));
    Py_DECREF(code);
    Py_DECREF(frame);
    return result;
}

static PyObject *say(PyObject *Py_UNUSED(module), PyObject *args)
{
    const char *text;
    if (!PyArg_ParseTuple(args, "s", &text))
        return NULL;
    PySys_WriteStdout("%s, said %d\n", text, 7);
    if (PyFile_WriteString("written\n", PySys_GetObject("stdout")) < 0)
        return NULL;
    Py_RETURN_NONE;
}

static PyMethodDef module_methods[] = {
    {"countdown", countdown, METH_O, NULL},
    {"text_facts", text_facts, METH_O, NULL},
    {"reversed_text", reversed_text, METH_O, NULL},
    {"tally", (PyCFunction)(void (*)(void))tally, METH_FASTCALL, NULL},
    {"evaluate", evaluate, METH_VARARGS, NULL},
    {"where", where, METH_NOARGS, NULL},
    {"say", say, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef shapes_module = {
    PyModuleDef_HEAD_INIT, "shapes", "Shapes.", -1, module_methods, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit_shapes(void)
{
    PyObject *module;
    if (PyType_Ready(&Vector_Type) < 0 || PyType_Ready(&Countdown_Type) < 0)
        return NULL;
    module = PyModule_Create(&shapes_module);
    if (module == NULL)
        return NULL;
    ShapeError = PyErr_NewExceptionWithDoc("shapes.ShapeError", "Shapes do not fit.", PyExc_ValueError, NULL);
    if (ShapeError == NULL || PyModule_AddObjectRef(module, "ShapeError", ShapeError) < 0
        || PyModule_AddObjectRef(module, "Vector", (PyObject *)&Vector_Type) < 0
        || PyModule_AddIntConstant(module, "VERSION", PY_VERSION_HEX >= 0x03000000) < 0
        || PyModule_AddStringConstant(module, "KIND", "static") < 0) {
        Py_DECREF(module);
        return NULL;
    }
    return module;
}
