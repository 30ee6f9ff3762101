package gongkai.event;

/**
 * 个人信息: what identifies a living person, sealed under that person's own key. Whoever holds the key reads it; once the key is
 * erased nobody does, and the event stays what it was to the last byte.
 *
 * @param person an opaque id, {@code 610926-p-} and 32 hexadecimal digits
 * @param sealed base64url of nonce, ciphertext and tag; {@code gongkai.person.Seal} says of what
 */
public record Personal(String person, String sealed) {}
