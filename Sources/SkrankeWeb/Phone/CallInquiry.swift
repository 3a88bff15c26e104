import SkrankeDomain

/// Which inquiry a call is, for whoever follows the calls of an exchange from outside of the gateway.
public enum CallInquiry {
    /// The inquiry of the first call of that number in the exchange.
    public static func id(of callID: String) -> InquiryID { CallIdentity.inquiry(callID, generation: 0) }
}
