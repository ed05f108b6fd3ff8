<?xml version="1.0" encoding="UTF-8"?>
<!--
  Makes our domain.xml of the one that Payara ships: the domain that development, tests and production run.

  Declarative, so that the first start is the right one: no commands that fail halfway, no restart before the heap or the batch store
  take effect. Addresses and passwords of databases are not in here: the
  server reads them from its environment (${ENV=…}).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:param name="http-address"/>
  <xsl:param name="http-port"/>
  <xsl:param name="admin-port"/>
  <xsl:param name="metrics-port"/>
  <xsl:param name="heap"/>
  <xsl:param name="short-lived"/>
  <xsl:param name="batch-schema"/>

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- Data sources. Ours have validated connections, so that a database that was away for a while is simply back. -->
  <xsl:template match="/domain/resources">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
      <!-- Read committed: what is locked is read as it is now. MariaDB 11.6 and newer would refuse it under repeatable read, when
           another transaction was faster. -->
      <jdbc-connection-pool name="FixaMinGataPool" res-type="javax.sql.DataSource" transaction-isolation-level="read-committed"
                            datasource-classname="org.mariadb.jdbc.MariaDbDataSource"
                            steady-pool-size="8" max-pool-size="32" max-wait-time-in-millis="10000"
                            is-connection-validation-required="true" connection-validation-method="auto-commit"
                            validate-atmost-once-period-in-seconds="1" fail-all-connections="true">
        <property name="url" value="${{ENV=FMG_DB_URL}}"/>
        <property name="user" value="${{ENV=FMG_DB_USER}}"/>
        <property name="password" value="${{ENV=FMG_DB_PASSWORD}}"/>
      </jdbc-connection-pool>
      <jdbc-resource pool-name="FixaMinGataPool" jndi-name="jdbc/fixamingata"/>
      <!-- The container's own tables get a schema of their own, so that Flyway sees only ours. XA, because a chunk writes here and
           there in one transaction; useMysqlMetadata, because the job repository does not know the name MariaDB. -->
      <jdbc-connection-pool name="FixaMinGataBatchPool" res-type="javax.sql.XADataSource"
                            datasource-classname="org.mariadb.jdbc.MariaDbDataSource"
                            steady-pool-size="1" max-pool-size="8" max-wait-time-in-millis="10000"
                            is-connection-validation-required="true" connection-validation-method="auto-commit"
                            validate-atmost-once-period-in-seconds="1" fail-all-connections="true">
        <property name="url" value="${{ENV=FMG_BATCH_DB_URL}}"/>
        <property name="user" value="${{ENV=FMG_DB_USER}}"/>
        <property name="password" value="${{ENV=FMG_DB_PASSWORD}}"/>
      </jdbc-connection-pool>
      <jdbc-resource pool-name="FixaMinGataBatchPool" jndi-name="jdbc/batch"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="/domain/servers/server[@name='server']">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
      <resource-ref ref="jdbc/fixamingata"/>
      <resource-ref ref="jdbc/batch"/>
    </xsl:copy>
  </xsl:template>

  <!-- The batch store, the metrics' own address, and no data grid: the pages keep no sessions and the timers are not persistent. -->
  <xsl:template match="config[@name='server-config']">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
      <batch-runtime-configuration data-source-lookup-name="jdbc/batch" schema-name="{$batch-schema}" table-prefix="batch_"
                                   executor-service-lookup-name="concurrent/__defaultManagedExecutorService"/>
      <!-- Absent, it would be an embedded broker on 7676. -->
      <jms-service type="DISABLED"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="config[@name='server-config']/microprofile-metrics-configuration">
    <microprofile-metrics-configuration virtual-servers="metrics"/>
  </xsl:template>
  <xsl:template match="config[@name='server-config']/hazelcast-config-specific-configuration">
    <hazelcast-config-specific-configuration enabled="false"/>
  </xsl:template>

  <!-- No access log: the paths of confirmation links are secrets, and addresses of people are personal data. -->
  <xsl:template match="config[@name='server-config']/http-service">
    <http-service access-logging-enabled="false">
      <xsl:apply-templates select="access-log"/>
      <virtual-server id="server" network-listeners="http-listener-1" access-logging-enabled="false"/>
      <virtual-server id="metrics" network-listeners="metrics-listener" access-logging-enabled="false"/>
      <virtual-server id="__asadmin" network-listeners="admin-listener" access-logging-enabled="false"/>
    </http-service>
  </xsl:template>

  <xsl:template match="config[@name='server-config']/network-config/protocols">
    <protocols>
      <protocol name="http-listener-1">
        <!-- Answers are compressed by the application (web.xml): with compression here, the server unpacks requests too, whatever they
             grow to, before anything of ours can count them. -->
        <!-- 12 MB of form fields are read, and refused by us with the form still filled; photos are multipart and counted by us. -->
        <http default-virtual-server="server" server-header="false" xpowered-by="false" xframe-options="false"
              max-connections="1000" timeout-seconds="30" request-timeout-seconds="120"
              max-form-post-size-bytes="12582912" max-swallowing-input-bytes="33554432"
              compression="off">
          <file-cache enabled="false"/>
        </http>
      </protocol>
      <protocol name="metrics-listener">
        <http default-virtual-server="metrics" server-header="false" xpowered-by="false">
          <file-cache enabled="false"/>
        </http>
      </protocol>
      <xsl:apply-templates select="protocol[@name='admin-listener']"/>
    </protocols>
  </xsl:template>
  <xsl:template match="config[@name='server-config']/network-config/network-listeners">
    <network-listeners>
      <network-listener name="http-listener-1" address="{$http-address}" port="{$http-port}" protocol="http-listener-1"
                        transport="tcp" thread-pool="http-thread-pool"/>
      <!-- Figures and administration are for this machine alone. -->
      <network-listener name="metrics-listener" address="127.0.0.1" port="{$metrics-port}" protocol="metrics-listener"
                        transport="tcp" thread-pool="admin-thread-pool"/>
      <network-listener name="admin-listener" address="127.0.0.1" port="{$admin-port}" protocol="admin-listener"
                        transport="tcp" thread-pool="admin-thread-pool"/>
    </network-listeners>
  </xsl:template>
  <!-- Enough for phones on slow lines that hold a thread while they upload; two cores do not work faster with more. -->
  <xsl:template match="config[@name='server-config']/thread-pools/thread-pool[@name='http-thread-pool']">
    <thread-pool name="http-thread-pool" min-thread-pool-size="8" max-thread-pool-size="64" max-queue-size="4096"/>
  </xsl:template>

  <!-- What we do not use listens on nothing: two servers on one machine do not meet, and nothing is there to attack. -->
  <xsl:template match="config[@name='server-config']/iiop-service/iiop-listener | config[@name='server-config']/admin-service/jmx-connector">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="enabled">false</xsl:attribute>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
  </xsl:template>
  <!-- Felix' remote shell would listen on 6666. -->
  <xsl:template match="config[@name='server-config']/java-config/jvm-options[contains(., 'org.apache.felix.shell.remote,')]">
    <jvm-options>
      <xsl:value-of select="concat(substring-before(., 'org.apache.felix.shell.remote,'), substring-after(., 'org.apache.felix.shell.remote,'))"/>
    </jvm-options>
  </xsl:template>

  <!-- Out of memory is the end, and the service manager starts it anew; no dump, since that would hold personal data. -->
  <xsl:template match="config[@name='server-config']/java-config/jvm-options[starts-with(., '-Xmx')]">
    <jvm-options>-Xmx<xsl:value-of select="$heap"/></jvm-options>
    <jvm-options>-XX:+ExitOnOutOfMemoryError</jvm-options>
    <!-- A server of tests is started more often than it gets warm: the quick compiler alone halves the work of a start. -->
    <xsl:if test="$short-lived = 'true'">
      <jvm-options>-XX:TieredStopAtLevel=1</jvm-options>
    </xsl:if>
    <jvm-options>-Dfile.encoding=UTF-8</jvm-options>
    <jvm-options>-Duser.timezone=UTC</jvm-options>
  </xsl:template>
</xsl:stylesheet>
