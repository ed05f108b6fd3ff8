package se.fixamingata.batch.retention;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixamingata.retention.RetentionWork;

/** Tells the audit trail what the night has taken. */
@Named
@Dependent
public class NightProof extends AbstractBatchlet {

    private static final System.Logger LOG = System.getLogger(NightProof.class.getName());

    @Inject
    RetentionWork work;

    @Override
    public String process() {
        LOG.log(System.Logger.Level.INFO, "{0} rules have taken something, as the audit trail tells", work.prove());
        return "COMPLETED";
    }
}
