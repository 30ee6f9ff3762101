package gongkai.event;

/**
 * Why a person may change what stands.
 *
 * @param reason in their own words
 * @param authority the document or office that it rests on
 */
public record Basis(String reason, String authority) {}
