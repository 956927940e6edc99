// What of int, float, complex, the number protocol and slices no other test extension uses. For ProtocolTests.swift.
#include "check.h"

#include <float.h>
#include <limits.h>
#include <string.h>

static BtObject *number(const char *text) BT_ATTACHED { return BtLong_FromString(text, NULL, 10); }

static BtObject *making(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    CHECK(has_repr(BtLong_FromDouble(-7.9), "-7") && has_repr(BtLong_FromDouble(1e20), "100000000000000000000"));
    CHECK(BtLong_FromDouble(Bt_INFINITY) == NULL
          && failed_with(BtExc_OverflowError, "cannot convert float infinity to integer"));
    CHECK(BtLong_FromDouble(Bt_NAN) == NULL && failed_with(BtExc_ValueError, "cannot convert float NaN to integer"));
    const unsigned char bytes[] = { 1, 2, 0xFF };
    CHECK(has_repr(_BtLong_FromByteArray(bytes, 3, 1, 1), "-65023") && has_repr(_BtLong_FromByteArray(bytes, 3, 0, 0), "66303"));
    CHECK(has_repr(BtLong_FromUnsignedNativeBytes(bytes, 3, BT_ASNATIVEBYTES_LITTLE_ENDIAN), "16712193"));
    unsigned char out[4];
    BtObject *value = number("-2"), *large = number("70000");
    CHECK(_BtLong_AsByteArray((BtLongObject *)value, out, 2, 1, 1, 1) == 0 && out[0] == 0xFE && out[1] == 0xFF);
    CHECK(_BtLong_AsByteArray((BtLongObject *)value, out, 2, 1, 0, 1) == -1
          && failed_with(BtExc_OverflowError, "can't convert negative int to unsigned"));
    CHECK(_BtLong_AsByteArray((BtLongObject *)large, out, 2, 0, 0, 1) == -1
          && failed_with(BtExc_OverflowError, "int too big to convert"));
    CHECK(_BtLong_AsByteArray((BtLongObject *)large, out, 2, 0, 0, 0) == -1 && !BtErr_Occurred());
    CHECK(_BtLong_AsByteArray((BtLongObject *)large, out, 4, 0, 0, 1) == 0 && memcmp(out, "\0\1\x11\x70", 4) == 0);
    void *digits;
    BtLongWriter *writer = BtLongWriter_Create(0, 2, &digits);
    CHECK(writer != NULL);
    BtLongWriter_Discard(writer);
    BtLongWriter_Discard(NULL);
    Bt_DECREF(value);
    Bt_DECREF(large);
    Bt_RETURN_NONE;
}

static BtObject *looking(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *small = number("-12"), *large = number("123456789012345678901234567890"), *zero = number("0");
    int overflow = 7;
    CHECK(BtLong_AsLongLongAndOverflow(small, &overflow) == -12 && overflow == 0);
    CHECK(BtLong_AsLongLongAndOverflow(large, &overflow) == -1 && overflow == 1 && !BtErr_Occurred());
    CHECK(BtLong_AsLongLongAndOverflow(Bt_None, &overflow) == -1 && failed_with(BtExc_TypeError, NULL));
    CHECK(_BtLong_Sign(small) == -1 && _BtLong_Sign(zero) == 0 && _BtLong_Sign(large) == 1);
    CHECK(_BtLong_NumBits(small) == 4 && _BtLong_NumBits(zero) == 0 && _BtLong_NumBits(large) == 97);
    CHECK(BtUnstable_Long_IsCompact((BtLongObject *)small) && BtUnstable_Long_CompactValue((BtLongObject *)small) == -12);
    CHECK(BtUnstable_Long_CompactValue((BtLongObject *)zero) == 0 && !BtUnstable_Long_IsCompact((BtLongObject *)large));
    CHECK(has_repr(_BtLong_Copy((BtLongObject *)Bt_True), "1") && has_repr(_BtLong_GCD(small, large), "6"));
    CHECK(is_text(_BtLong_Format(small, 16), "-0xc") && is_text(_BtLong_Format(small, 2), "-0b1100"));
    int64_t exponent;
    CHECK(_BtLong_Frexp((BtLongObject *)small, &exponent) == -0.75 && exponent == 4);
    CHECK(_BtLong_Frexp((BtLongObject *)zero, &exponent) == 0.0 && exponent == 0);
    unsigned short s = 0;
    unsigned int i = 0;
    unsigned long l = 0;
    unsigned long long ll = 0;
    size_t z = 0;
    BtObject *five = number("5"), *big = number("65536");
    CHECK(_BtLong_UnsignedShort_Converter(five, &s) && s == 5 && _BtLong_UnsignedInt_Converter(five, &i) && i == 5);
    CHECK(_BtLong_UnsignedLong_Converter(five, &l) && l == 5 && _BtLong_UnsignedLongLong_Converter(five, &ll) && ll == 5);
    CHECK(_BtLong_Size_t_Converter(five, &z) && z == 5);
    CHECK(!_BtLong_UnsignedShort_Converter(big, &s) && failed_with(BtExc_OverflowError, NULL) && s == 5);
    CHECK(!_BtLong_UnsignedInt_Converter(small, &i) && failed_with(BtExc_ValueError, "value must be positive") && i == 5);
    CHECK(!_BtLong_UnsignedLong_Converter(large, &l) && failed_with(BtExc_OverflowError, NULL));
    CHECK(!_BtLong_UnsignedLongLong_Converter(large, &ll) && failed_with(BtExc_OverflowError, NULL));
    CHECK(!_BtLong_Size_t_Converter(Bt_None, &z) && BtErr_Occurred());
    BtErr_Clear();
    CHECK(BtFloat_GetMax() == DBL_MAX && BtFloat_GetMin() == DBL_MIN);
    char *end;
    CHECK(BtOS_string_to_double("2.5e3x", &end, NULL) == 2500 && *end == 'x');
    CHECK(BtOS_string_to_double("1e999", NULL, NULL) == Bt_INFINITY && !BtErr_Occurred());
    CHECK(BtOS_string_to_double("1e999", NULL, BtExc_OverflowError) == -1 && failed_with(BtExc_OverflowError, NULL));
    CHECK(BtOS_string_to_double("2.5x", NULL, NULL) == -1
          && failed_with(BtExc_ValueError, "could not convert string to float: '2.5x'"));
    Bt_DECREF(five);
    Bt_DECREF(big);
    Bt_DECREF(small);
    Bt_DECREF(large);
    Bt_DECREF(zero);
    Bt_RETURN_NONE;
}

static BtObject *arithmetic(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *seven = number("7"), *two = number("2"), *text = BtUnicode_FromString("x");
    CHECK(has_repr(BtNumber_Positive(Bt_True), "1") && has_repr(BtNumber_Index(Bt_True), "1"));
    CHECK(_BtNumber_Index(Bt_True) == Bt_True);
    Bt_DECREF(Bt_True);
    CHECK(BtNumber_Index(text) == NULL && failed_with(BtExc_TypeError, "'str' object cannot be interpreted as an integer"));
    CHECK(is_text(BtNumber_ToBase(seven, 2), "0b111") && is_text(BtNumber_ToBase(seven, 10), "7"));
    CHECK(BtNumber_ToBase(seven, 7) == NULL && failed_with(BtExc_SystemError, NULL));
    CHECK(has_repr(BtNumber_InPlaceFloorDivide(seven, two), "3") && has_repr(BtNumber_InPlaceTrueDivide(seven, two), "3.5"));
    CHECK(has_repr(BtNumber_InPlaceRemainder(seven, two), "1") && has_repr(BtNumber_InPlaceLshift(seven, two), "28"));
    CHECK(has_repr(BtNumber_InPlaceRshift(seven, two), "1") && has_repr(BtNumber_InPlaceAnd(seven, two), "2"));
    CHECK(has_repr(BtNumber_InPlaceXor(seven, two), "5") && has_repr(BtNumber_InPlaceOr(seven, two), "7"));
    CHECK(has_repr(BtNumber_InPlacePower(seven, two, Bt_None), "49") && has_repr(BtNumber_InPlacePower(seven, two, two), "1"));
    CHECK(BtNumber_InPlaceMatrixMultiply(seven, two) == NULL
          && failed_with(BtExc_TypeError, "unsupported operand type(s) for @=: 'int' and 'int'"));
    BtObject *set = BtSet_New(NULL), *other = BtSet_New(NULL);
    CHECK(BtSet_Add(other, two) == 0 && BtSet_GET_SIZE(other) == 1);
    BtObject *same = BtNumber_InPlaceOr(set, other);
    CHECK(same == set && BtSet_GET_SIZE(set) == 1);
    Bt_DECREF(same);
    Bt_DECREF(set);
    Bt_DECREF(other);
    Bt_DECREF(seven);
    Bt_DECREF(two);
    Bt_DECREF(text);
    Bt_RETURN_NONE;
}

static BtObject *slices(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *one = number("1"), *three = number("3"), *huge = number("99999999999999999999"), *text = BtUnicode_FromString("x");
    BtObject *slice = BtSlice_New(one, three, NULL), *wide = BtSlice_New(NULL, huge, NULL), *wrong = BtSlice_New(text, NULL, NULL);
    Bt_ssize_t start = 0, stop = 0, step = 0, index = 5;
    CHECK(BtSlice_GetIndices(slice, 10, &start, &stop, &step) == 0 && start == 1 && stop == 3 && step == 1);
    CHECK(BtSlice_GetIndices(slice, 2, &start, &stop, &step) == -1);
    BtErr_Clear();
    CHECK(BtSlice_GetIndices(wrong, 2, &start, &stop, &step) == -1);
    BtErr_Clear();
    CHECK(_BtEval_SliceIndex(one, &index) && index == 1 && _BtEval_SliceIndex(Bt_None, &index) && index == 1);
    CHECK(_BtEval_SliceIndex(huge, &index) && index == BT_SSIZE_T_MAX && !_BtEval_SliceIndex(text, &index)
          && failed_with(BtExc_TypeError, "slice indices must be integers or None or have an __index__ method"));
    CHECK(_BtEval_SliceIndexNotNone(three, &index) && index == 3 && !_BtEval_SliceIndexNotNone(Bt_None, &index)
          && failed_with(BtExc_TypeError, "slice indices must be integers or have an __index__ method"));
    Bt_DECREF(one);
    Bt_DECREF(three);
    Bt_DECREF(huge);
    Bt_DECREF(text);
    Bt_DECREF(slice);
    Bt_DECREF(wide);
    Bt_DECREF(wrong);
    Bt_RETURN_NONE;
}

static BtObject *characters(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    CHECK(_BtUnicode_IsLowercase('a') && !_BtUnicode_IsLowercase('A') && _BtUnicode_IsUppercase(0x0394));
    CHECK(_BtUnicode_IsTitlecase(0x01C5) && !_BtUnicode_IsTitlecase('A'));
    CHECK(_BtUnicode_IsWhitespace(0x2003) && !_BtUnicode_IsWhitespace('x') && _BtUnicode_IsLinebreak(0x2028));
    CHECK(_BtUnicode_IsDecimalDigit(0x0663) && _BtUnicode_IsDigit(0x00B2) && !_BtUnicode_IsDecimalDigit(0x00B2));
    CHECK(_BtUnicode_IsNumeric(0x00BD) && !_BtUnicode_IsDigit(0x00BD) && _BtUnicode_IsAlpha(0x4E2D));
    CHECK(_BtUnicode_IsPrintable('x') && !_BtUnicode_IsPrintable(0x7F));
    CHECK(_BtUnicode_ToLowercase(0x0394) == 0x03B4 && _BtUnicode_ToUppercase('q') == 'Q' && _BtUnicode_ToTitlecase(0x01C6) == 0x01C5);
    CHECK(_BtUnicode_ToDecimalDigit(0x0663) == 3 && _BtUnicode_ToDigit(0x00B2) == 2 && _BtUnicode_ToDigit('x') == -1);
    CHECK(_BtUnicode_ToNumeric(0x00BD) == 0.5 && _BtUnicode_ToNumeric('x') == -1.0);
    CHECK(Bt_UNICODE_IS_HIGH_SURROGATE(0xD83D) && !Bt_UNICODE_IS_HIGH_SURROGATE(0xDE00) && Bt_UNICODE_IS_LOW_SURROGATE(0xDE00));
    Bt_RETURN_NONE;
}

static BtObject *complexes(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *object = BtComplex_FromDoubles(1.5, -2);
    CHECK(object != NULL && BtComplex_CheckExact(object) && BtComplex_Check(object) && !BtComplex_Check(Bt_None));
    CHECK(BtComplex_RealAsDouble(object) == 1.5 && BtComplex_ImagAsDouble(object) == -2.0);
    Bt_complex value = BtComplex_AsCComplex(object);
    CHECK(value.real == 1.5 && value.imag == -2.0);
    value.real = 0;
    CHECK(has_repr(BtComplex_FromCComplex(value), "-2j"));
    CHECK(has_repr(BtNumber_Multiply(object, object), "(-1.75-6j)"));
    BtObject *five = number("5");
    CHECK(BtComplex_RealAsDouble(five) == 5.0 && BtComplex_ImagAsDouble(five) == 0.0 && !BtErr_Occurred());
    CHECK(BtComplex_AsCComplex(five).real == 5.0 && BtComplex_AsCComplex(Bt_True).imag == 0.0);
    CHECK(BtComplex_RealAsDouble(Bt_None) == -1.0 && failed_with(BtExc_TypeError, "must be real number, not NoneType"));
    CHECK(BtComplex_ImagAsDouble(Bt_None) == -1.0 && failed_with(BtExc_TypeError, NULL));
    CHECK(BtComplex_AsCComplex(Bt_None).real == -1.0 && failed_with(BtExc_TypeError, NULL));
    Bt_DECREF(five);
    Bt_DECREF(object);
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "making", making, BT_METH_NOARGS, NULL },         { "looking", looking, BT_METH_NOARGS, NULL },
    { "arithmetic", arithmetic, BT_METH_NOARGS, NULL }, { "slices", slices, BT_METH_NOARGS, NULL },
    { "characters", characters, BT_METH_NOARGS, NULL }, { "complexes", complexes, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef module = { BtModuleDef_HEAD_INIT, .m_name = "integer_test", .m_size = 0, .m_methods = methods };

BtMODINIT_FUNC BtInit_integer_test(void) { return BtModuleDef_Init(&module); }
