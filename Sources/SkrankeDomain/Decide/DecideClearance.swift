/// Clearance (samordning): an answer that others must agree to before the citizen has it (model §5.5).
extension Deciding {
    /// Who asks has the case, or nobody has it. What waits for its grace could no longer be held back.
    mutating func requestClearance(_ reason: String) throws(Refusal) {
        let agent = try agent()
        let inquiry = try existing()
        guard inquiry.state.isOpen, inquiry.state != .answered else { throw .wrongState(inquiry.state) }
        guard inquiry.owner == nil || inquiry.owner == agent || has(.supervisor) else {
            throw .notOwner(owner: inquiry.owner)
        }
        guard inquiry.heldMessages.isEmpty else { throw .heldTextWaiting }
        guard let why = try storeReason(reason) else { throw .reasonMissing }
        emit(.clearanceRequested(by: agent, reason: why))
    }

    mutating func clearMessage() throws(Refusal) {
        let agent = try agent()
        try clearanceAsked()
        emit(.messageCleared(by: agent))
    }

    /// The answer must be another one; clearance can be asked for anew, or given after all.
    mutating func refuseClearance(_ reason: String) throws(Refusal) {
        let agent = try agent()
        try clearanceAsked()
        guard let why = try storeReason(reason) else { throw .reasonMissing }
        emit(.clearanceRefused(by: agent, reason: why))
    }

    private func clearanceAsked() throws(Refusal) {
        let inquiry = try existing()
        guard inquiry.state.isOpen else { throw .wrongState(inquiry.state) }
        guard inquiry.clearance?.isHolding == true else { throw .clearanceNotRequested }
    }

    /// Refuses an answer that nobody has agreed to yet.
    func cleared(_ inquiry: Inquiry) throws(Refusal) {
        if inquiry.clearance?.isHolding == true { throw .clearanceMissing }
    }
}
