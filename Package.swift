// swift-tools-version: 6.2
import PackageDescription

// Every Swift target: Swift 6 language mode, warnings are errors.
let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

// Every C target: the lock contract is checked by clang, warnings are errors.
let cSettings: [CSetting] = [
    .enableWarning("all"),
    .enableWarning("extra"),
    .enableWarning("pedantic"),
    .enableWarning("thread-safety"),
    .treatAllWarnings(as: .error),
    .disableWarning("nullability-extension"),
]

// An executable that loads extensions exports the C API to them.
let exportsAPI: [LinkerSetting] = [.unsafeFlags(["-Xlinker", "--export-dynamic"])]

let package = Package(
    name: "Baton",
    products: [
        .library(name: "Baton", type: .dynamic, targets: ["Baton"]),
        .executable(name: "baton", targets: ["BatonCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .target(name: "CBaton", path: "CShim", cSettings: cSettings),
        .systemLibrary(
            name: "CGMP", path: "Sources/CGMP", pkgConfig: "gmp", providers: [.apt(["libgmp-dev"]), .brew(["gmp"])]),
        .target(
            name: "BatonRuntime", dependencies: ["CBaton", "CGMP"], swiftSettings: swiftSettings),
        .target(name: "Baton", dependencies: ["BatonRuntime"], swiftSettings: swiftSettings),
        .executableTarget(
            name: "BatonCommand",
            dependencies: ["Baton", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: swiftSettings, linkerSettings: exportsAPI),
        .testTarget(
            name: "BatonRuntimeTests", dependencies: ["Baton"], swiftSettings: swiftSettings,
            linkerSettings: exportsAPI),
    ]
)
