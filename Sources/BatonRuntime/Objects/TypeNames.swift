internal import CBaton

/// tp_name of the type of an object, for messages: "int", "zlib.Compress".
package func typeName(_ object: Ref) -> String { typeName(of: object.type) }

/// tp_name of a type, for messages.
package func typeName(of type: TypeRef) -> String { String(cString: type.pointee.tp_name) }
