internal import CBaton
internal import CBaton.Host

// Inline caches of modules' attributes, for `module.name` and above all for `module.function(…)`. A site remembers where the
// value stands in the table of the module's dict, as the site of a global does: for as long as the dict has the version that
// it had then, which no other dict has had. So a value that is set again in its place is seen; a key that is added or removed,
// and a table that moves, by whatever way, gives the dict another version.
//
// Guard: attached (the lock), for the site and for the table. In the free-threaded mode `cachesSites` is false and no site
// becomes one of this kind: modules are asked through their `tp_getattro`, which locks the dict.

/// The `tp_getattro` of modules, and of those classes of modules that have none of their own.
var moduleGetAttrAddress: UnsafeRawPointer? { slotAddress(BtModule_Type_().pointee.tp_getattro) }

/// The value that a site has cached for an attribute of a module, with a reference; 0: it has none that is valid, or the
/// object is no module.
@inline(__always)
func cachedOfModule(_ object: Ref, _ site: SiteRef) -> Register {
    guard site.pointee.kind == BT_SITE_MODULE, object.type.pointee.tp_version_tag == site.pointee.hint,
        let dict = object.module.pointee.md_dict, dict.dict.pointee.ma_version == site.pointee.version
    else { return 0 }
    // SAFETY: because a table stays where it is, and its entries what they are, for as long as the dict has this version.
    return enteringBorrowed(site.pointee.payload.unsafelyUnwrapped.assumingMemoryBound(to: Ref.self).pointee)
}

/// Remember where an attribute of a module stands, if it is one of the module's own.
func cacheModuleAttribute(_ module: Ref, _ site: SiteRef) {
    let type = module.type
    let name = site.pointee.name.unsafelyUnwrapped
    // A data descriptor of the class comes before the module's dict.
    if let found = typeLookup(type, name), found.type.pointee.tp_descr_set != nil { return }
    guard type.has(BT_TPFLAGS_VALID_VERSION_TAG), let dict = module.module.pointee.md_dict,
        dict.dict.pointee.ma_version != 0
    else { return }
    let entry = ownEntry(dict, name)
    guard entry >= 0 else { return }
    site.pointee.version = dict.dict.pointee.ma_version
    site.pointee.hint = type.pointee.tp_version_tag
    site.pointee.payload = UnsafeMutableRawPointer(dictTable(dict).valuePlace(entry))
    site.pointee.kind = BT_SITE_MODULE
}
