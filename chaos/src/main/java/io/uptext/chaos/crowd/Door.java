/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import io.uptext.chaos.load.Party;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/** Where pages ask: at any of the notifiers, as a load balancer has it that does not know which are well. */
record Door(List<Place> places, HttpClient client, Clock clock) {

    Place any(Random random) {
        return places.get(random.nextInt(places.size()));
    }

    /** Asks as a page of this relying party does. */
    Listening listen(Place place, Party party, String bearer) {
        HttpRequest request = HttpRequest.newBuilder(place.address().resolve("/v1/watch"))
                .header("Authorization", "Bearer " + bearer)
                .header("Accept", "text/event-stream")
                .header("Origin", party.origin())
                .build();
        return new Listening(client, request, clock);
    }
}
