/// @file descriptor.h
/// Descriptors: what stands in a type's dictionary for its methods, members, get-sets and slots; property, class and
/// static methods.
#ifndef BATON_DESCRIPTOR_H
#define BATON_DESCRIPTOR_H

#include "typedef.h"

BT_BEGIN_DECLS

BT_DATA BtTypeObject BtMethodDescr_Type;
BT_DATA BtTypeObject BtClassMethodDescr_Type;
BT_DATA BtTypeObject BtMemberDescr_Type;
BT_DATA BtTypeObject BtGetSetDescr_Type;
BT_DATA BtTypeObject BtWrapperDescr_Type;
BT_DATA BtTypeObject _BtMethodWrapper_Type;
BT_DATA BtTypeObject BtProperty_Type;
BT_DATA BtTypeObject BtStaticMethod_Type;
BT_DATA BtTypeObject BtClassMethod_Type;

/// The head of every descriptor.
typedef struct BtDescrObject {
    BtObject ob_base;
    BtTypeObject *d_type BT_GUARDED;
    BtObject *d_name BT_GUARDED;
    BtObject *d_qualname BT_GUARDED;
} BtDescrObject;

#define BtDescr_TYPE(descriptor) (BT_CAST(BtDescrObject *, descriptor)->d_type)
#define BtDescr_NAME(descriptor) (BT_CAST(BtDescrObject *, descriptor)->d_name)

/// A method_descriptor or classmethod_descriptor.
typedef struct BtMethodDescrObject {
    BtDescrObject d_common;
    BtMethodDef *d_method BT_GUARDED;
    vectorcallfunc vectorcall BT_GUARDED;
} BtMethodDescrObject;

/// A member_descriptor.
typedef struct BtMemberDescrObject {
    BtDescrObject d_common;
    BtMemberDef *d_member BT_GUARDED;
} BtMemberDescrObject;

/// A getset_descriptor.
typedef struct BtGetSetDescrObject {
    BtDescrObject d_common;
    BtGetSetDef *d_getset BT_GUARDED;
} BtGetSetDescrObject;

/// Calls the function of a slot from a tuple and a dict; `wrapped` is the slot's function. Mirrors: wrapperfunc.
typedef BtObject *(*wrapperfunc)(BtObject *self, BtObject *args, void *wrapped);
typedef BtObject *(*wrapperfunc_kwds)(BtObject *self, BtObject *args, void *wrapped, BtObject *kwargs);

/// What a wrapper_descriptor says of its slot. Mirrors: struct wrapperbase, as far as an extension may name it.
struct BtWrapperBase {
    const char *name;
    int slot;  ///< a number of typeslots.h
    wrapperfunc wrapper BT_GUARDED;
    const char *doc;
    int takes_keywords;  ///< `wrapper` is a wrapperfunc_kwds
};

/// A wrapper_descriptor.
typedef struct BtWrapperDescrObject {
    BtDescrObject d_common;
    const struct BtWrapperBase *d_base BT_GUARDED;
    void *d_wrapped BT_GUARDED;
} BtWrapperDescrObject;

/// Make a method descriptor of `type`. `method` is kept. Mirrors: PyDescr_NewMethod.
BT_API BtObject *BtDescr_NewMethod(BtTypeObject *type, BtMethodDef *method)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make a class method descriptor. Mirrors: PyDescr_NewClassMethod.
BT_API BtObject *BtDescr_NewClassMethod(BtTypeObject *type, BtMethodDef *method)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make a member descriptor. Mirrors: PyDescr_NewMember.
BT_API BtObject *BtDescr_NewMember(BtTypeObject *type, BtMemberDef *member)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make a get-set descriptor. Mirrors: PyDescr_NewGetSet.
BT_API BtObject *BtDescr_NewGetSet(BtTypeObject *type, BtGetSetDef *getset)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make a wrapper descriptor for a slot's function. Mirrors: PyDescr_NewWrapper.
BT_API BtObject *BtDescr_NewWrapper(BtTypeObject *type, const struct BtWrapperBase *base, void *wrapped)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Say whether `descriptor` also sets. Mirrors: PyDescr_IsData.
BT_API int BtDescr_IsData(BtObject *descriptor) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);
/// Bind a wrapper descriptor to `self`. Mirrors: PyWrapper_New.
BT_API BtObject *BtWrapper_New(BtObject *descriptor, BtObject *self)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make a class method of `callable`. Mirrors: PyClassMethod_New.
BT_API BtObject *BtClassMethod_New(BtObject *callable) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
/// Make a static method of `callable`. Mirrors: PyStaticMethod_New.
BT_API BtObject *BtStaticMethod_New(BtObject *callable) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Read the member of the struct at `address`. Mirrors: PyMember_GetOne.
BT_API BtObject *BtMember_GetOne(const char *address, BtMemberDef *member)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(compatible);
/// Write (`value` NULL: delete) the member of the struct at `address`. Mirrors: PyMember_SetOne.
BT_API int BtMember_SetOne(char *address, BtMemberDef *member, BtObject *value)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(compatible);

BT_END_DECLS

#endif
