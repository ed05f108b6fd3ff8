package se.fixamingata.batch.digest;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import se.fixamingata.digest.DigestComposing;
import se.fixamingata.digest.DigestRounds;
import se.fixamingata.subscription.Frequency;

/** Plans the mails of a chunk in the chunk's transaction. The news of the round are read once. */
@Named
@Dependent
public class DigestWriter extends AbstractItemWriter {

    @Inject
    @BatchProperty(name = "frequency")
    String frequency;

    @Inject
    @BatchProperty(name = "cutOff")
    String cutOff;

    @Inject
    DigestRounds rounds;

    @Inject
    DigestComposing composing;

    private DigestComposing.Matching matching;

    @Override
    public void writeItems(List<Object> numbers) {
        if (matching == null) {
            Frequency often = Frequency.find(frequency).orElseThrow();
            matching = composing.matching(
                    rounds.find(often, often.cutOff(Instant.parse(cutOff))).orElseThrow());
        }
        composing.compose(matching, numbers.stream().map(Long.class::cast).toList());
    }
}
