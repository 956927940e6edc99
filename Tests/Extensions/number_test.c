// The C API of int, float, bool and the number protocol, for NumberAPITests.swift.
#include <baton.h>

/// NAME(object): what the conversion gives, or its exception. A result of -1 asks BtErr_Occurred, as authors must.
#define READER(name, type, from)                                         \
    static BtObject *name(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED \
    {                                                                    \
        type value = BtLong_##name(object);                              \
        if (value == (type)-1 && BtErr_Occurred()) {                     \
            return NULL;                                                 \
        }                                                                \
        return from(value);                                              \
    }

READER(AsLong, long, BtLong_FromLong)
READER(AsInt, int, BtLong_FromLong)
READER(AsLongLong, long long, BtLong_FromLongLong)
READER(AsSsize_t, Bt_ssize_t, BtLong_FromSsize_t)
READER(AsUnsignedLong, unsigned long, BtLong_FromUnsignedLong)
READER(AsSize_t, size_t, BtLong_FromSize_t)
READER(AsUnsignedLongLong, unsigned long long, BtLong_FromUnsignedLongLong)
READER(AsUnsignedLongMask, unsigned long, BtLong_FromUnsignedLong)
READER(AsUnsignedLongLongMask, unsigned long long, BtLong_FromUnsignedLongLong)
READER(AsDouble, double, BtFloat_FromDouble)

/// NAME(object): what the conversion stores, or its exception.
#define STORER(name, type, from)                                         \
    static BtObject *name(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED \
    {                                                                    \
        type value;                                                      \
        return BtLong_##name(object, &value) < 0 ? NULL : from(value);   \
    }

STORER(AsInt32, int32_t, BtLong_FromInt32)
STORER(AsUInt32, uint32_t, BtLong_FromUInt32)
STORER(AsInt64, int64_t, BtLong_FromInt64)
STORER(AsUInt64, uint64_t, BtLong_FromUInt64)

static BtObject *AsVoidPtr(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    void *pointer = BtLong_AsVoidPtr(object);
    return pointer == NULL && BtErr_Occurred() ? NULL : BtLong_FromVoidPtr(pointer);
}

static BtObject *AsLongAndOverflow(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    int overflow;
    long value = BtLong_AsLongAndOverflow(object, &overflow);
    if (value == -1 && BtErr_Occurred()) {
        return NULL;
    }
    return Bt_BuildValue("li", value, overflow);
}

/// native_bytes(number, size, flags): the size needed and the bytes.
static BtObject *native_bytes(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *number;
    Bt_ssize_t size;
    int flags;
    unsigned char bytes[64];
    if (!BtArg_ParseTuple(args, "Oni", &number, &size, &flags)) {
        return NULL;
    }
    Bt_ssize_t needed = BtLong_AsNativeBytes(number, bytes, size, flags);
    if (needed < 0) {
        return NULL;
    }
    return Bt_BuildValue("ny#", needed, bytes, size);
}

/// from_native_bytes(bytes, flags)
static BtObject *from_native_bytes(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    const char *bytes;
    Bt_ssize_t size;
    int flags;
    if (!BtArg_ParseTuple(args, "y#i", &bytes, &size, &flags)) {
        return NULL;
    }
    return BtLong_FromNativeBytes(bytes, (size_t)size, flags);
}

/// rebuild(number): the number again, limb by limb.
static BtObject *rebuild(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    BtLongExport shown;
    if (BtLong_Export(object, &shown) < 0) {
        return NULL;
    }
    if (shown.digits == NULL) {
        BtLong_FreeExport(&shown);
        return BtLong_FromInt64(shown.value);
    }
    void *digits;
    BtLongWriter *writer = BtLongWriter_Create(shown.negative, shown.ndigits, &digits);
    if (writer == NULL) {
        BtLong_FreeExport(&shown);
        return NULL;
    }
    memcpy(digits, shown.digits, (size_t)shown.ndigits * BtLong_GetNativeLayout()->digit_size);
    BtLong_FreeExport(&shown);
    return BtLongWriter_Finish(writer);
}

/// from_string(text, base): the number, or how far it could be read.
static BtObject *from_string(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    const char *text;
    int base;
    char *end;
    if (!BtArg_ParseTuple(args, "si", &text, &base)) {
        return NULL;
    }
    BtObject *number = BtLong_FromString(text, &end, base);
    if (number == NULL) {
        BtErr_Clear();
        return Bt_BuildValue("On", Bt_None, (Bt_ssize_t)(end - text));
    }
    return Bt_BuildValue("Nn", number, (Bt_ssize_t)(end - text));
}

/// pack(value, size, little_endian)
static BtObject *pack(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    double value;
    int size, little;
    char bytes[8];
    if (!BtArg_ParseTuple(args, "dii", &value, &size, &little)) {
        return NULL;
    }
    int status = size == 2   ? BtFloat_Pack2(value, bytes, little)
                 : size == 4 ? BtFloat_Pack4(value, bytes, little)
                             : BtFloat_Pack8(value, bytes, little);
    return status < 0 ? NULL : BtBytes_FromStringAndSize(bytes, size);
}

/// unpack(bytes, little_endian)
static BtObject *unpack(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    const char *bytes;
    Bt_ssize_t size;
    int little;
    if (!BtArg_ParseTuple(args, "y#i", &bytes, &size, &little)) {
        return NULL;
    }
    return BtFloat_FromDouble(size == 2   ? BtFloat_Unpack2(bytes, little)
                              : size == 4 ? BtFloat_Unpack4(bytes, little)
                                          : BtFloat_Unpack8(bytes, little));
}

/// double_text(value, format, precision, flags)
static BtObject *double_text(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    double value;
    int format, precision, flags;
    if (!BtArg_ParseTuple(args, "dCii", &value, &format, &precision, &flags)) {
        return NULL;
    }
    char *text = BtOS_double_to_string(value, (char)format, precision, flags, NULL);
    if (text == NULL) {
        return NULL;
    }
    BtObject *result = BtUnicode_FromString(text);
    BtMem_Free(text);
    return result;
}

/// as_size(object, exception or None)
static BtObject *as_size(BtObject *Bt_UNUSED(self), BtObject *args) BT_ATTACHED
{
    BtObject *object, *exception;
    if (!BtArg_ParseTuple(args, "OO", &object, &exception)) {
        return NULL;
    }
    Bt_ssize_t size = BtNumber_AsSsize_t(object, exception == Bt_None ? NULL : exception);
    return size == -1 && BtErr_Occurred() ? NULL : BtLong_FromSsize_t(size);
}

static BtObject *checks(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    return Bt_BuildValue("iiiii", BtLong_Check(object), BtBool_Check(object), BtFloat_Check(object),
                         BtNumber_Check(object), BtIndex_Check(object));
}

/// signs(number): what the four questions about the sign answer.
static BtObject *signs(BtObject *Bt_UNUSED(self), BtObject *object) BT_ATTACHED
{
    int sign;
    if (BtLong_GetSign(object, &sign) < 0) {
        return NULL;
    }
    return Bt_BuildValue("iiii", sign, BtLong_IsPositive(object), BtLong_IsNegative(object), BtLong_IsZero(object));
}

// A number of its own: Meters(n) answers + with "left" or "right", is in place changed by -=, and converts to 7.

typedef struct {
    BtObject_HEAD
} Meters;

static BtObject *meters_add(BtObject *left, BtObject *Bt_UNUSED(right)) BT_ATTACHED
{
    return BtUnicode_FromString(BtLong_Check(left) || BtFloat_Check(left) ? "right" : "left");
}

static BtObject *meters_inplace(BtObject *self, BtObject *Bt_UNUSED(other)) BT_ATTACHED
{
    return Bt_NewRef(self);
}

static BtObject *meters_index(BtObject *Bt_UNUSED(self)) BT_ATTACHED
{
    return BtLong_FromLong(7);
}

static BtObject *meters_float(BtObject *Bt_UNUSED(self)) BT_ATTACHED
{
    return BtLong_FromLong(7);
}

static BtType_Slot meters_slots[] = {
    { Bt_nb_add, (void *)meters_add },
    { Bt_nb_inplace_subtract, (void *)meters_inplace },
    { Bt_nb_index, (void *)meters_index },
    { Bt_nb_float, (void *)meters_float },
    { 0, NULL },
};

static BtType_Spec meters_spec = {
    .name = "number_test.Meters",
    .basicsize = sizeof(Meters),
    .flags = BT_TPFLAGS_DEFAULT,
    .slots = meters_slots,
};

#define ONE(name) { #name, name, BT_METH_O, NULL }
#define MANY(name) { #name, name, BT_METH_VARARGS, NULL }

static BtMethodDef methods[] = {
    ONE(AsLong), ONE(AsInt), ONE(AsLongLong), ONE(AsSsize_t), ONE(AsUnsignedLong), ONE(AsSize_t),
    ONE(AsUnsignedLongLong), ONE(AsUnsignedLongMask), ONE(AsUnsignedLongLongMask), ONE(AsDouble), ONE(AsInt32),
    ONE(AsUInt32), ONE(AsInt64), ONE(AsUInt64), ONE(AsVoidPtr), ONE(AsLongAndOverflow), MANY(native_bytes),
    MANY(from_native_bytes), ONE(rebuild), MANY(from_string), MANY(pack), MANY(unpack), MANY(double_text),
    MANY(as_size), ONE(checks), ONE(signs), { NULL, NULL, 0, NULL },
};

static int execute(BtObject *module) BT_ATTACHED
{
    return BtModule_Add(module, "Meters", BtType_FromSpec(&meters_spec));
}

static BtModuleDef_Slot slots[] = { { Bt_mod_exec, (void *)execute }, { 0, NULL } };

static struct BtModuleDef definition = {
    BtModuleDef_HEAD_INIT,
    .m_name = "number_test",
    .m_methods = methods,
    .m_slots = slots,
};

BtMODINIT_FUNC BtInit_number_test(void)
{
    return BtModuleDef_Init(&definition);
}
