// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
]

// What is measured rather than tested: `swift run -c release --package-path Benchmarks measure-text`.
let package = Package(
    name: "bylaw-benchmarks",
    platforms: [.macOS(.v15)],
    traits: [.trait(name: "PostgreSQL", description: "Measure the ledger in PostgreSQL too.")],
    dependencies: [
        .package(
            name: "bylaw", path: "..",
            traits: [.defaults, .trait(name: "PostgreSQL", condition: .when(traits: ["PostgreSQL"]))])
    ],
    targets: [
        .target(name: "AllocationCount"),
        .executableTarget(
            name: "bylaw-peer", dependencies: ["AllocationCount", .product(name: "Bylaw", package: "bylaw")],
            swiftSettings: settings),
        .executableTarget(
            name: "measure-text", dependencies: [.product(name: "Bylaw", package: "bylaw")], swiftSettings: settings),
        .executableTarget(
            name: "measure-ledger",
            dependencies: [
                .product(name: "Bylaw", package: "bylaw"), .product(name: "BylawSQLite", package: "bylaw"),
                .product(name: "BylawPostgres", package: "bylaw", condition: .when(traits: ["PostgreSQL"])),
            ], swiftSettings: settings),
    ]
)
