package dev.snag.samples.http;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.snag.samples.ledger.Refused;

/**
 * What an endpoint gets to see.
 *
 * @param rest the path behind the endpoint's own, without a slash: {@code 7} of {@code /accounts/7}
 * @param body the text that was sent, empty where there was none
 */
public record Request(String rest, String body) {
    private static final Gson JSON = new Gson();

    /** The rest of the path as a number; throws {@link Refused} where it is none. */
    long number() throws Refused {
        try {
            return Long.parseLong(rest);
        } catch (NumberFormatException notOne) {
            throw new Refused(Refused.Why.MALFORMED, "\"" + rest + "\" is not a number");
        }
    }

    /** The body as JSON of a given shape; throws {@link Refused} where it is not. */
    <T> T json(Class<T> shape) throws Refused {
        try {
            T value = JSON.fromJson(body, shape);
            if (value == null) {
                throw new Refused(Refused.Why.MALFORMED, "a JSON body is missing");
            }
            return value;
        } catch (JsonParseException broken) {
            throw new Refused(Refused.Why.MALFORMED, "the body is not the JSON it should be: " + broken.getMessage());
        }
    }
}
