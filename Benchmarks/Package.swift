// swift-tools-version: 6.2
import PackageDescription

// What is measured rather than tested: `swift run -c release --package-path Benchmarks measure-text`.
let package = Package(
    name: "bylaw-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "bylaw", path: "..")],
    targets: [
        .executableTarget(
            name: "measure-text",
            dependencies: [.product(name: "Bylaw", package: "bylaw")],
            swiftSettings: [
                .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
            ])
    ]
)
