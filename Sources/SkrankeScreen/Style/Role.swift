/// What a cell means. A theme maps each role to colours and attributes; drawing code knows roles only.
public enum Role: UInt8, CaseIterable, Sendable {
    case text, secondary, title, titleAccent
    case border, borderFocus, paneTitle, paneTitleFocus
    case selection, selectionUnfocused, mark
    case statusOK, statusSoon, statusBroken, statusPaused
    case citizen, agent, system, internalNote
    case input, inputPlaceholder, heldText
    case flash, flashError, keyBar, keyBarKey, disabled
    case overlay, overlayBorder, link, searchHit, demo
}
