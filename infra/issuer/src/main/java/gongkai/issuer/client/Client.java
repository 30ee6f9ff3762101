package gongkai.issuer.client;

import java.util.List;

/** A program, its secret, and what its tokens say. */
public record Client(String id, String secret, List<String> roles, List<String> jurisdictions, List<String> units) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
