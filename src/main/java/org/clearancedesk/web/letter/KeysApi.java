package org.clearancedesk.web.letter;

import io.swagger.v3.oas.annotations.Operation;
import org.clearancedesk.signature.Seal;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KeysApi {

    private final Seal seal;

    KeysApi(Seal seal) {
        this.seal = seal;
    }

    @Operation(
            summary = "The public keys with which the desk's signatures are checked",
            description = "A JSON Web Key Set (RFC 7517), for anybody; earlier keys stay in it.",
            security = {})
    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String keys() {
        return seal.publicKeys();
    }
}
