import SkrankeDomain

extension CitizenClient {
    /// Tells the desk of a call, as a telephone exchange does. Told twice, it is told once.
    public func tell(_ post: CallPost, token: String) async throws(ClientFault) {
        _ = try await self.post(
            "/cti/\(token)", post.body, type: post.contentType, key: nil, expecting: 200)
    }
}
