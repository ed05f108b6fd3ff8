package se.fixamingata.personal;

/** What became of the wish to be forgotten. */
public enum ErasureResult {
    /** Gone. */
    ERASED,
    /** The password or the word was not right. */
    WRONG,
    /** Too many wrong passwords. */
    LOCKED,
    /** Too many passwords are being compared at this moment. */
    BUSY
}
