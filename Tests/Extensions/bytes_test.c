// The C API of bytes, bytearray, buffers and memoryview as an outside author uses it, for BytesTests.swift.
#include "check.h"

#include <stdint.h>
#include <string.h>

static BtObject *making(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *bytes = BtBytes_FromStringAndSize("a\0b", 3);
    CHECK(bytes != NULL && BtBytes_Check(bytes) && BtBytes_CheckExact(bytes) && !BtBytes_Check(Bt_None));
    CHECK(BtBytes_GET_SIZE(bytes) == 3 && BtBytes_Size(bytes) == 3 && memcmp(BtBytes_AS_STRING(bytes), "a\0b", 4) == 0);
    CHECK(BtBytes_AsString(bytes) == BtBytes_AS_STRING(bytes));
    char *data = NULL;
    Bt_ssize_t size = 0;
    CHECK(BtBytes_AsStringAndSize(bytes, &data, &size) == 0 && size == 3 && data == BtBytes_AS_STRING(bytes));
    CHECK(BtBytes_AsStringAndSize(bytes, &data, NULL) == -1 && failed_with(BtExc_ValueError, "embedded null byte"));
    CHECK(BtBytes_AsString(Bt_None) == NULL && failed_with(BtExc_TypeError, "expected bytes, NoneType found"));
    CHECK(BtBytes_Size(Bt_None) == -1 && failed_with(BtExc_TypeError, "expected bytes, NoneType found"));
    CHECK(BtBytes_FromStringAndSize(NULL, -1) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(BtBytes_FromStringAndSize(NULL, BT_SSIZE_T_MAX) == NULL && failed_with(BtExc_OverflowError, "byte string is too large"));
    CHECK(BtBytes_FromStringAndSize(NULL, BT_SSIZE_T_MAX / 2) == NULL && failed_with(BtExc_MemoryError, NULL));
    CHECK(BtBytes_FromStringAndSize("x", 1) == BtBytes_FromStringAndSize("x", 1));
    CHECK(BtBytes_FromString("") == BtBytes_FromStringAndSize(NULL, 0));
    BtObject *numbers = Bt_BuildValue("[ii]", 1, 2);
    CHECK(has_repr(BtBytes_FromObject(numbers), "b'\\x01\\x02'"));
    Bt_DECREF(numbers);
    CHECK(BtBytes_FromObject(Bt_None) == NULL && failed_with(BtExc_TypeError, "cannot convert 'NoneType' object to bytes"));
    CHECK(is_text(BtBytes_Repr(bytes, 1), "b'a\\x00b'"));
    Bt_DECREF(bytes);
    Bt_RETURN_NONE;
}

static BtObject *resizing(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *bytes = BtBytes_FromStringAndSize(NULL, 5);
    memcpy(BtBytes_AS_STRING(bytes), "hello", 5);
    CHECK(_BtBytes_Resize(&bytes, 8) == 0 && memcmp(BtBytes_AS_STRING(bytes), "hello", 5) == 0);
    CHECK(BtBytes_GET_SIZE(bytes) == 8 && BtBytes_AS_STRING(bytes)[8] == 0);
    CHECK(_BtBytes_Resize(&bytes, 2) == 0 && strcmp(BtBytes_AS_STRING(bytes), "he") == 0);
    CHECK(_BtBytes_Resize(&bytes, 0) == 0 && BtBytes_GET_SIZE(bytes) == 0);
    CHECK(_BtBytes_Resize(&bytes, 3) == 0 && BtBytes_GET_SIZE(bytes) == 3);
    BtObject *shared = Bt_NewRef(bytes);
    CHECK(_BtBytes_Resize(&bytes, 4) == -1 && bytes == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(Bt_REFCNT(shared) == 1);
    CHECK(_BtBytes_Resize(&shared, -1) == -1 && shared == NULL && failed_with(BtExc_SystemError, NULL));
    // A single byte that was made to be written to is nobody else's.
    BtObject *one = BtBytes_FromStringAndSize(NULL, 1), *x = BtBytes_FromString("x");
    BtBytes_AS_STRING(one)[0] = 'x';
    CHECK(one != x && _BtBytes_Resize(&one, 2) == 0 && BtBytes_AS_STRING(one)[0] == 'x');
    Bt_DECREF(one);

    BtObject *left = BtBytes_FromString("ab");
    BtBytes_Concat(&left, x);
    CHECK(has_repr(Bt_NewRef(left), "b'abx'"));
    BtBytes_ConcatAndDel(&left, BtBytes_FromString("yz"));
    CHECK(has_repr(Bt_NewRef(left), "b'abxyz'"));
    BtBytes_Concat(&left, Bt_None);
    CHECK(left == NULL && failed_with(BtExc_TypeError, "can't concat NoneType to bytes"));
    BtBytes_Concat(&left, x);
    CHECK(left == NULL);
    BtObject *items = Bt_BuildValue("[yy]", "a", "b");
    CHECK(has_repr(BtBytes_Join(x, items), "b'axb'"));
    Bt_DECREF(items);
    Bt_RETURN_NONE;
}

static BtObject *formats(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    CHECK(has_repr(BtBytes_FromFormat("%d %u %i|%ld %lu|%zd %zu|%x|%c%%", -1, 2u, 3, -4L, 5ul, (Bt_ssize_t)-6, (size_t)7, 255,
                                      'z'),
                   "b'-1 2 3|-4 5|-6 7|ff|z%'"));
    CHECK(has_repr(BtBytes_FromFormat("%s|%.2s|%10d", "text", "text", 5), "b'text|te|5'"));
    CHECK(has_repr(BtBytes_FromFormat("%p", (void *)0x1234), "b'0x1234'"));
    CHECK(has_repr(BtBytes_FromFormat("a%qb"), "b'a%qb'"));
    CHECK(has_repr(BtBytes_FromFormat("a%"), "b'a%'"));
    CHECK(has_repr(BtBytes_FromFormat(""), "b''"));
    CHECK(BtBytes_FromFormat("%c", 256) == NULL && failed_with(BtExc_OverflowError, NULL));
    CHECK(has_repr(BtBytes_DecodeEscape("a\\n\\x41\\101\\q\\\n\\0", 17, NULL, 0, NULL), "b'a\\nAA\\\\q\\x00'"));
    CHECK(BtBytes_DecodeEscape("\\x4", 3, NULL, 0, NULL) == NULL
          && failed_with(BtExc_ValueError, "invalid \\x escape at position 0"));
    CHECK(has_repr(BtBytes_DecodeEscape("\\x4", 3, "replace", 0, NULL), "b'?'"));
    CHECK(BtBytes_DecodeEscape("\\", 1, NULL, 0, NULL) == NULL && failed_with(BtExc_ValueError, "Trailing \\ in string"));
    Bt_RETURN_NONE;
}

static BtObject *arrays(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *array = BtByteArray_FromStringAndSize("abc", 3);
    CHECK(BtByteArray_Check(array) && BtByteArray_CheckExact(array) && !BtByteArray_Check(Bt_None));
    CHECK(BtByteArray_Size(array) == 3 && BtByteArray_GET_SIZE(array) == 3 && strcmp(BtByteArray_AsString(array), "abc") == 0);
    CHECK(BtByteArray_Resize(array, 1000) == 0 && memcmp(BtByteArray_AS_STRING(array), "abc", 3) == 0);
    memset(BtByteArray_AS_STRING(array) + 3, 'x', 997);
    CHECK(BtByteArray_Resize(array, 4) == 0 && strcmp(BtByteArray_AS_STRING(array), "abcx") == 0);
    CHECK(BtByteArray_Resize(array, -1) == -1 && failed_with(BtExc_ValueError, NULL));
    CHECK(BtByteArray_Resize(array, BT_SSIZE_T_MAX) == -1 && failed_with(BtExc_MemoryError, NULL));
    CHECK(BtByteArray_Resize(Bt_None, 1) == -1 && failed_with(BtExc_SystemError, NULL));
    CHECK(BtByteArray_Resize(array, 0) == 0 && strcmp(BtByteArray_AS_STRING(array), "") == 0);
    BtObject *empty = BtByteArray_FromStringAndSize(NULL, 0);
    CHECK(BtByteArray_AS_STRING(empty) == _BtByteArray_empty_string);
    CHECK(has_repr(BtByteArray_Concat(array, BtBytes_FromString("z")), "bytearray(b'z')"));
    CHECK(BtByteArray_Concat(array, Bt_None) == NULL
          && failed_with(BtExc_TypeError, "can't concat NoneType to bytearray"));
    CHECK(has_repr(BtByteArray_FromObject(BtBytes_FromString("q")), "bytearray(b'q')"));
    CHECK(BtByteArray_FromStringAndSize(NULL, -1) == NULL && failed_with(BtExc_SystemError, NULL));
    Bt_DECREF(array);
    Bt_DECREF(empty);
    Bt_RETURN_NONE;
}

static BtObject *buffers(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *bytes = BtBytes_FromString("abcdef"), *array = BtByteArray_FromStringAndSize("uvwxyz", 6);
    Bt_buffer view;
    CHECK(BtObject_CheckBuffer(bytes) && !BtObject_CheckBuffer(Bt_None));
    CHECK(BtObject_GetBuffer(Bt_None, &view, BtBUF_SIMPLE) == -1 && view.obj == NULL);
    CHECK(failed_with(BtExc_TypeError, "a bytes-like object is required, not 'NoneType'"));
    CHECK(BtObject_GetBuffer(bytes, &view, BtBUF_WRITABLE) == -1 && view.obj == NULL
          && failed_with(BtExc_BufferError, "Object is not writable."));
    CHECK(BtObject_GetBuffer(bytes, &view, BtBUF_SIMPLE) == 0);
    CHECK(view.obj == bytes && view.len == 6 && view.itemsize == 1 && view.readonly && view.ndim == 1);
    CHECK(view.format == NULL && view.shape == NULL && view.strides == NULL && view.suboffsets == NULL);
    BtBuffer_Release(&view);
    CHECK(view.obj == NULL);
    BtBuffer_Release(&view);
    CHECK(BtObject_GetBuffer(array, &view, BtBUF_FULL) == 0 && !view.readonly && strcmp(view.format, "B") == 0);
    CHECK(view.shape[0] == 6 && view.strides[0] == 1);
    CHECK(BtBuffer_IsContiguous(&view, 'C') && BtBuffer_IsContiguous(&view, 'F') && BtBuffer_IsContiguous(&view, 'A'));
    CHECK(!BtBuffer_IsContiguous(&view, 'X'));
    BtBuffer_Release(&view);
    CHECK(BtObject_CopyData(array, bytes) == 0 && memcmp(BtByteArray_AS_STRING(array), "abcdef", 6) == 0);
    CHECK(BtObject_CopyData(bytes, array) == -1 && failed_with(BtExc_BufferError, NULL));
    CHECK(BtObject_CopyData(Bt_None, array) == -1 && failed_with(BtExc_TypeError, NULL));
    BtObject *small = BtByteArray_FromStringAndSize("x", 1);
    CHECK(BtObject_CopyData(small, bytes) == -1
          && failed_with(BtExc_BufferError, "destination is too small to receive data from source"));
    const void *read;
    const char *chars;
    void *write;
    Bt_ssize_t size;
    CHECK(BtObject_AsReadBuffer(bytes, &read, &size) == 0 && size == 6 && read == BtBytes_AS_STRING(bytes));
    CHECK(BtObject_AsCharBuffer(bytes, &chars, &size) == 0 && chars == BtBytes_AS_STRING(bytes));
    CHECK(BtObject_AsWriteBuffer(array, &write, &size) == 0 && write == BtByteArray_AS_STRING(array));
    CHECK(BtObject_AsWriteBuffer(bytes, &write, &size) == -1
          && failed_with(BtExc_TypeError, "expected a writable bytes-like object"));
    CHECK(BtObject_CheckReadBuffer(bytes) && !BtObject_CheckReadBuffer(Bt_None) && !BtErr_Occurred());
    CHECK(BtObject_GetBuffer(NULL, &view, 0) == -1 && failed_with(BtExc_SystemError, NULL));
    Bt_DECREF(small);
    Bt_DECREF(bytes);
    Bt_DECREF(array);
    Bt_RETURN_NONE;
}

static BtObject *strides(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    // A 2 × 3 matrix of int16_t, stored by columns.
    int16_t columns[6] = { 1, 4, 2, 5, 3, 6 }, rows[6] = { 0 };
    Bt_ssize_t shape[2] = { 2, 3 }, steps[2], indices[2] = { 1, 2 };
    BtBuffer_FillContiguousStrides(2, shape, steps, 2, 'C');
    CHECK(steps[0] == 6 && steps[1] == 2);
    BtBuffer_FillContiguousStrides(2, shape, steps, 2, 'F');
    CHECK(steps[0] == 2 && steps[1] == 4);
    Bt_buffer view = { .buf = columns, .len = 12, .itemsize = 2, .ndim = 2, .format = "h", .shape = shape, .strides = steps };
    CHECK(BtBuffer_IsContiguous(&view, 'F') && !BtBuffer_IsContiguous(&view, 'C') && BtBuffer_IsContiguous(&view, 'A'));
    CHECK(*(int16_t *)BtBuffer_GetPointer(&view, indices) == 6);
    CHECK(BtBuffer_ToContiguous(rows, &view, 12, 'C') == 0);
    for (int i = 0; i < 6; i++) {
        CHECK(rows[i] == i + 1);
    }
    CHECK(BtBuffer_ToContiguous(rows, &view, 12, 'F') == 0 && rows[1] == 4);
    CHECK(BtBuffer_ToContiguous(rows, &view, 11, 'C') == -1 && failed_with(BtExc_ValueError, NULL));
    int16_t ascending[6] = { 10, 20, 30, 40, 50, 60 };
    CHECK(BtBuffer_FromContiguous(&view, ascending, 12, 'C') == 0 && columns[1] == 40 && columns[2] == 20);

    BtObject *memory = BtMemoryView_FromBuffer(&view);
    CHECK(has_repr(BtObject_CallMethod(memory, "tolist", NULL), "[[10, 20, 30], [40, 50, 60]]"));
    CHECK(has_repr(BtObject_GetAttrString(memory, "f_contiguous"), "True"));
    CHECK(has_repr(BtObject_GetAttrString(memory, "strides"), "(2, 4)"));
    CHECK(has_repr(BtObject_CallMethod(memory, "tobytes", "s", "A"), "b'\\n\\x00(\\x00\\x14\\x002\\x00\\x1e\\x00<\\x00'"));
    CHECK(BtObject_GetBuffer(memory, &view, BtBUF_SIMPLE) == -1
          && failed_with(BtExc_BufferError, "memoryview: underlying buffer is not C-contiguous"));
    BtObject *copy = BtMemoryView_GetContiguous(memory, BtBUF_READ, 'C');
    CHECK(copy != NULL && has_repr(BtObject_CallMethod(copy, "tolist", NULL), "[[10, 20, 30], [40, 50, 60]]"));
    CHECK(has_repr(BtObject_GetAttrString(copy, "c_contiguous"), "True"));
    CHECK(BtMemoryView_GetContiguous(memory, BtBUF_WRITE, 'C') == NULL
          && failed_with(BtExc_BufferError, "writable contiguous buffer requested for a non-contiguous object."));
    Bt_DECREF(copy);
    Bt_DECREF(memory);

    // Rows behind pointers, as PIL keeps them.
    int8_t first[3] = { 1, 2, 3 }, second[3] = { 4, 5, 6 };
    void *pointers[2] = { first, second };
    Bt_ssize_t indirect_steps[2] = { sizeof(void *), 1 }, offsets[2] = { 0, -1 };
    Bt_buffer pil = { .buf = pointers, .len = 6, .itemsize = 1, .ndim = 2, .format = "b", .shape = shape,
                      .strides = indirect_steps, .suboffsets = offsets };
    CHECK(!BtBuffer_IsContiguous(&pil, 'A') && *(int8_t *)BtBuffer_GetPointer(&pil, indices) == 6);
    memory = BtMemoryView_FromBuffer(&pil);
    CHECK(has_repr(BtObject_CallMethod(memory, "tolist", NULL), "[[1, 2, 3], [4, 5, 6]]"));
    CHECK(has_repr(BtObject_CallMethod(memory, "tobytes", NULL), "b'\\x01\\x02\\x03\\x04\\x05\\x06'"));
    CHECK(BtObject_GetBuffer(memory, &view, BtBUF_STRIDES) == -1
          && failed_with(BtExc_BufferError, "memoryview: underlying buffer requires suboffsets"));
    Bt_DECREF(memory);
    Bt_RETURN_NONE;
}

static BtObject *memoryviews(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    char native[4] = "abc";
    BtObject *memory = BtMemoryView_FromMemory(native, 3, BtBUF_WRITE);
    CHECK(BtMemoryView_Check(memory) && BtMemoryView_GET_BUFFER(memory)->buf == native && BtMemoryView_GET_BASE(memory) == NULL);
    BtObject *x = BtLong_FromLong('x'), *zero = BtLong_FromLong(0);
    CHECK(BtObject_SetItem(memory, zero, x) == 0 && strcmp(native, "xbc") == 0);
    Bt_DECREF(memory);
    memory = BtMemoryView_FromMemory(native, 3, BtBUF_READ);
    CHECK(BtObject_SetItem(memory, zero, x) == -1 && failed_with(BtExc_TypeError, "cannot modify read-only memory"));
    Bt_buffer view;
    CHECK(BtObject_GetBuffer(memory, &view, BtBUF_SIMPLE) == 0 && view.obj == memory);
    CHECK(BtObject_CallMethod(memory, "release", NULL) == NULL
          && failed_with(BtExc_BufferError, "memoryview has 1 exported buffer"));
    BtBuffer_Release(&view);
    CHECK(has_repr(BtObject_CallMethod(memory, "release", NULL), "None"));
    CHECK(BtObject_GetBuffer(memory, &view, BtBUF_SIMPLE) == -1
          && failed_with(BtExc_ValueError, "operation forbidden on released memoryview object"));
    Bt_DECREF(memory);
    CHECK(BtMemoryView_FromObject(Bt_None) == NULL
          && failed_with(BtExc_TypeError, "memoryview: a bytes-like object is required, not 'NoneType'"));
    CHECK(BtMemoryView_FromMemory(native, 3, 0) == NULL && failed_with(BtExc_SystemError, NULL));
    view.buf = NULL;
    CHECK(BtMemoryView_FromBuffer(&view) == NULL && failed_with(BtExc_ValueError, NULL));
    // The exporter lives as long as a view on it, and gets its buffer back with the last one.
    BtObject *array = BtByteArray_FromStringAndSize("abc", 3);
    BtObject *first = BtMemoryView_FromObject(array), *second = BtMemoryView_FromObject(first);
    Bt_DECREF(first);
    CHECK(BtByteArray_Resize(array, 1) == -1 && failed_with(BtExc_BufferError, NULL));
    Bt_DECREF(second);
    CHECK(BtByteArray_Resize(array, 1) == 0 && Bt_REFCNT(array) == 1);
    Bt_DECREF(array);
    CHECK(BtBuffer_SizeFromFormat("B") == 1 && BtBuffer_SizeFromFormat("d") == 8 && BtBuffer_SizeFromFormat("bi") == 8);
    CHECK(BtBuffer_SizeFromFormat("<bi") == 5 && BtBuffer_SizeFromFormat("3h") == 6 && BtBuffer_SizeFromFormat("<l") == 4);
    CHECK(BtBuffer_SizeFromFormat("y") == -1 && failed_with(BtExc_ValueError, "bad char in struct format"));
    CHECK(BtBuffer_SizeFromFormat("3") == -1
          && failed_with(BtExc_ValueError, "repeat count given without format specifier"));
    CHECK(BtBuffer_SizeFromFormat("99999999999999999999h") == -1
          && failed_with(BtExc_ValueError, "total struct size too long"));
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "making", making, BT_METH_NOARGS, NULL },     { "resizing", resizing, BT_METH_NOARGS, NULL },
    { "formats", formats, BT_METH_NOARGS, NULL },   { "arrays", arrays, BT_METH_NOARGS, NULL },
    { "buffers", buffers, BT_METH_NOARGS, NULL },   { "strides", strides, BT_METH_NOARGS, NULL },
    { "memoryviews", memoryviews, BT_METH_NOARGS, NULL }, { NULL, NULL, 0, NULL },
};

static BtModuleDef module = { BtModuleDef_HEAD_INIT, .m_name = "bytes_test", .m_size = 0, .m_methods = methods };

BtMODINIT_FUNC BtInit_bytes_test(void) { return BtModuleDef_Init(&module); }
